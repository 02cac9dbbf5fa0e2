using System.Globalization;
using SkyPanel.Simulator.Http;

namespace SkyPanel.Simulator.Linode.Catalogue;

/// <summary>A plan. Prices differ in two regions; memory and disk are in MB, transfer in GB.</summary>
internal sealed record LinodeType(TableRow Row)
{
    private static readonly string[] PricedRegions = ["id-cgk", "br-gru"];

    public string Id => Row["id"];

    public int DiskMb => Row.Int("disk_mb");

    public object Specs => new
    {
        disk = DiskMb,
        memory = Row.Int("memory_mb"),
        vcpus = Row.Int("vcpus"),
        gpus = 0,
        transfer = Row.Int("transfer_gb"),
        accelerated_devices = 0,
    };

    public int TransferGb => Row.Int("transfer_gb");

    public object ToWire() => new
    {
        id = Id,
        label = Row["label"],
        price = Price(Row["price"]),
        region_prices = RegionPrices("price_"),
        addons = new { backups = new { price = Price(Row["backups"]), region_prices = RegionPrices("backups_") } },
        memory = Row.Int("memory_mb"),
        disk = DiskMb,
        transfer = TransferGb,
        vcpus = Row.Int("vcpus"),
        gpus = 0,
        network_out = Row.Int("network_out"),
        @class = Row["class"],
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

    private object[] RegionPrices(string column) => [.. PricedRegions.Select(id =>
    {
        var (hourly, monthly) = Split(Row[column + id]);
        return (object)new { id, hourly, monthly };
    })];
}

internal static class LinodeTypes
{
    public static IReadOnlyList<LinodeType> All { get; } = [.. EmbeddedTable.Read("Linode/Catalogue/types.tsv").Select(row => new LinodeType(row))];

    public static LinodeType? Find(string? id) => All.FirstOrDefault(type => string.Equals(type.Id, id, StringComparison.Ordinal));

    public static Answer List(LinodeCall call)
        => LinodePage.Of(call, All, type => type.ToWire(), "class", "disk", "gpus", "label", "memory", "network_out", "transfer", "vcpus");

    public static Answer Get(LinodeCall call) => Find(call.Id) is { } type ? Answer.Ok(type.ToWire()) : LinodeErrors.NotFound;
}
