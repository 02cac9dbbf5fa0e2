using System.Globalization;
using SkyPanel.Simulator.Catalogues;
using SkyPanel.Simulator.Control;
using SkyPanel.Simulator.Http;

namespace SkyPanel.Simulator.Linode.Catalogue;

/// <summary>A plan. Prices differ in two regions; memory and disk are in MB, transfer in GB.</summary>
internal sealed record LinodeType(TableRow Row)
{
    private static readonly string[] PricedRegions = ["id-cgk", "br-gru"];

    public string Id => Row["id"];

    public int DiskMb => Row.Int("disk_mb");

    public int Gpus => Row["gpus"].Length == 0 ? 0 : Row.Int("gpus");

    public string Class => Row["class"];

    public object Specs => new
    {
        disk = DiskMb,
        memory = Row.Int("memory_mb"),
        vcpus = Row.Int("vcpus"),
        gpus = Gpus,
        transfer = Row.Int("transfer_gb"),
        accelerated_devices = 0,
    };

    public int TransferGb => Row.Int("transfer_gb");

    public object ToWire(CatalogueChanges changes) => new
    {
        id = Id,
        label = Row["label"],
        price = changes.Price(Vendor.Linode, Id) is { } changed ? new { hourly = changed.Hourly, monthly = changed.Monthly } : Price(Row["price"]),
        region_prices = PricedRegions.Concat(ChangedRegions(changes)).Distinct(StringComparer.Ordinal).Select(region => RegionPrice(changes, region)).OfType<object>().ToArray(),
        addons = new { backups = new { price = Price(Row["backups"]), region_prices = PricedRegions.Select(region => OfRegion(region, Row["backups_" + region])).OfType<object>().ToArray() } },
        memory = Row.Int("memory_mb"),
        disk = DiskMb,
        transfer = TransferGb,
        vcpus = Row.Int("vcpus"),
        gpus = Gpus,
        network_out = Row.Int("network_out"),
        @class = Class,
        successor = (string?)null,
        accelerated_devices = 0,
    };

    private static object Price(string pair)
    {
        var (hourly, monthly) = Split(pair);
        return new { hourly, monthly };
    }

    private static (decimal Hourly, decimal Monthly) Split(string pair)
    {
        var parts = pair.Split('/');
        return (decimal.Parse(parts[0], CultureInfo.InvariantCulture), decimal.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    /// <summary>Null where the region has no price of its own.</summary>
    private static object? OfRegion(string id, string pair)
    {
        if (pair.Length == 0)
        {
            return null;
        }

        var (hourly, monthly) = Split(pair);
        return new { id, hourly, monthly };
    }

    private IEnumerable<string> ChangedRegions(CatalogueChanges changes)
        => changes.Prices.Where(change => string.Equals(change.Size, Id, StringComparison.Ordinal)).Select(change => change.Region).OfType<string>();

    private object? RegionPrice(CatalogueChanges changes, string region)
        => changes.Price(Vendor.Linode, Id, region) is { } changed ? new { id = region, hourly = changed.Hourly, monthly = changed.Monthly }
            : PricedRegions.Contains(region, StringComparer.Ordinal) ? OfRegion(region, Row["price_" + region])
            : null;
}

internal static class LinodeTypes
{
    public static IReadOnlyList<LinodeType> All { get; } = [.. EmbeddedTable.Read("Linode/Catalogue/types.tsv").Select(row => new LinodeType(row))];

    public static LinodeType? Find(string? id) => All.FirstOrDefault(type => string.Equals(type.Id, id, StringComparison.Ordinal));

    public static Answer List(LinodeCall call)
        => LinodePage.Of(call, All, type => type.ToWire(call.Store.State.Catalogue), "class", "disk", "gpus", "label", "memory", "network_out", "transfer", "vcpus");

    public static Answer Get(LinodeCall call) => Find(call.Id) is { } type ? Answer.Ok(type.ToWire(call.Store.State.Catalogue)) : LinodeErrors.NotFound;
}
