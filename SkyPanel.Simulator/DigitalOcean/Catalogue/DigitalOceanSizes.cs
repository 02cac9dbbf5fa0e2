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

    public bool IsAvailable => !DigitalOceanStock.IsGone(Slug);

    /// <summary>Where it can be had now; a sold-out region is simply not listed.</summary>
    public IReadOnlyList<string> Regions => IsAvailable ? [.. Row.Words("regions").Where(region => !DigitalOceanStock.IsSoldOut(Slug, region))] : [];

    public object DiskInfo => new[] { new { type = "local", size = new { amount = DiskGb, unit = "gib" } } };

    public object? GpuInfo => IsGpu ? new { count = 1, model = "nvidia_rtx4000_ada", vram = new { amount = 20, unit = "gib" } } : null;

    public Dictionary<string, object> ToWire()
    {
        var monthly = Row.Decimal("price_monthly");
        var wire = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["slug"] = Slug,
            ["memory"] = MemoryMb,
            ["vcpus"] = Vcpus,
            ["disk"] = DiskGb,
            ["transfer"] = Row.Decimal("transfer_tb"),
            ["price_monthly"] = monthly,
            ["price_hourly"] = decimal.Round(monthly / HoursPerMonth, 5),
            ["regions"] = Regions,
            ["available"] = IsAvailable,
            ["description"] = Row["description"],
            ["disk_info"] = DiskInfo,
        };
        if (GpuInfo is { } gpu)
        {
            wire["gpu_info"] = gpu;
        }

        return wire;
    }
}

internal static class DigitalOceanSizes
{
    public static IReadOnlyList<DigitalOceanSize> All { get; } = [.. EmbeddedTable.Read("DigitalOcean/Catalogue/sizes.tsv").Select(row => new DigitalOceanSize(row))];

    public static DigitalOceanSize? Find(string? slug) => All.FirstOrDefault(size => string.Equals(size.Slug, slug, StringComparison.Ordinal));

    public static Answer List(DigitalOceanCall call) => DigitalOceanPage.Of(call, "sizes", All, size => size.ToWire());
}
