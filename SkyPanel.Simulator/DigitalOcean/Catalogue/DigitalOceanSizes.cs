using System.Globalization;
using SkyPanel.Simulator.Catalogues;
using SkyPanel.Simulator.Control;
using SkyPanel.Simulator.Http;

namespace SkyPanel.Simulator.DigitalOcean.Catalogue;

/// <summary>A size. Memory is in MB, disk in GB, transfer in TB.</summary>
internal sealed record DigitalOceanSize(TableRow Row)
{
    /// <summary>The month that the vendor's hourly prices are made of.</summary>
    private const decimal HoursPerMonth = 672;

    public string Slug => Row["slug"];

    public int MemoryMb => Row.Int("memory_mb");

    public int Vcpus => Row.Int("vcpus");

    public int DiskGb => Row.Int("disk_gb");

    public bool IsGpu => Slug.StartsWith("gpu-", StringComparison.Ordinal);

    /// <summary>Where it can be had now; a sold-out region is simply not listed, nor is a closed one.</summary>
    public IReadOnlyList<string> Regions(CatalogueChanges changes) => [.. DigitalOceanRegions.All
        .Where(region => IsIn(changes, region))
        .Select(region => region.Slug)];

    public object DiskInfo => new[] { new { type = "local", size = new { amount = DiskGb, unit = "gib" } } };

    public object? GpuInfo => Row.Words("gpu") is [var count, var model, var gigabytes]
        ? new { count = Number(count), model, vram = new { amount = Number(gigabytes), unit = "gib" } }
        : null;

    /// <summary>Offered there at all, whether or not there is stock.</summary>
    public bool IsOffered(string region) => Row.Words("regions").Contains(region, StringComparer.Ordinal);

    public Dictionary<string, object> ToWire(CatalogueChanges changes)
    {
        var changed = changes.Price(Vendor.DigitalOcean, Slug);
        var monthly = changed?.Monthly ?? Row.Decimal("price_monthly");
        var regions = Regions(changes);
        var wire = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["slug"] = Slug,
            ["memory"] = MemoryMb,
            ["vcpus"] = Vcpus,
            ["disk"] = DiskGb,
            ["transfer"] = Row.Decimal("transfer_tb"),
            ["price_monthly"] = monthly,
            ["price_hourly"] = changed?.Hourly ?? decimal.Round(monthly / HoursPerMonth, 5),
            ["regions"] = regions,
            ["available"] = regions.Count > 0,
            ["description"] = Row["description"],
            ["disk_info"] = DiskInfo,
        };
        if (GpuInfo is { } gpu)
        {
            wire["gpu_info"] = gpu;
        }

        return wire;
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private bool IsIn(CatalogueChanges changes, DigitalOceanRegion region) => region.IsOpen(changes)
        && (changes.IsInStock(Vendor.DigitalOcean, Slug, region.Slug) ?? (IsOffered(region.Slug) && !DigitalOceanStock.IsSoldOut(Slug, region.Slug)));
}

internal static class DigitalOceanSizes
{
    public static IReadOnlyList<DigitalOceanSize> All { get; } = [.. EmbeddedTable.Read("DigitalOcean/Catalogue/sizes.tsv").Select(row => new DigitalOceanSize(row))];

    public static DigitalOceanSize? Find(string? slug) => All.FirstOrDefault(size => string.Equals(size.Slug, slug, StringComparison.Ordinal));

    public static Answer List(DigitalOceanCall call) => DigitalOceanPage.Of(call, "sizes", All, size => size.ToWire(call.Store.State.Catalogue));
}
