using SkyPanel.Simulator.Catalogues;
using SkyPanel.Simulator.Control;
using SkyPanel.Simulator.Http;

namespace SkyPanel.Simulator.Linode.Catalogue;

/// <summary>
/// Which scarce plans can be had where. As at the vendor, only scarce plans are listed: what is not listed is available.
/// Which ones are sold out is made up; premium and GPU plans are where the region says that it has such.
/// </summary>
internal static class LinodeAvailability
{
    private static readonly IReadOnlyList<string> ScarcePlans = [.. LinodeTypes.All
        .Where(type => type.Class is "highmem" or "premium" or "gpu" || type.Id is "g6-dedicated-50" or "g6-dedicated-56" or "g6-dedicated-64")
        .Select(type => type.Id)];

    public static bool IsSoldOut(CatalogueChanges changes, LinodeRegion region, LinodeType type)
        => !(changes.IsInStock(Vendor.Linode, type.Id, region.Id) ?? IsThere(region, type));

    public static Answer List(LinodeCall call)
        => LinodePage.Of(call, LinodeRegions.All.SelectMany(region => Rows(call, region)).ToList(), row => row.ToWire(), "available", "plan", "region");

    public static Answer OfRegion(LinodeCall call) => LinodeRegions.Find(call.Id) is { } region
        ? Answer.Ok(Rows(call, region).Select(row => row.ToWire()).ToArray())
        : LinodeErrors.NotFound;

    private static IEnumerable<Row> Rows(LinodeCall call, LinodeRegion region)
    {
        var changes = call.Store.State.Catalogue;
        var plans = ScarcePlans.Union(changes.Stock.Where(change => change.Vendor is Vendor.Linode).Select(change => change.Size), StringComparer.Ordinal);
        return plans.Select(LinodeTypes.Find).OfType<LinodeType>().Select(type => new Row(region.Id, type.Id, !IsSoldOut(changes, region, type)));
    }

    private static bool IsThere(LinodeRegion region, LinodeType type) => (region.Id, type.Id, type.Class) switch
    {
        (_, _, "premium") => region.Can("Premium Plans"),
        (_, _, "gpu") => region.Can("GPU Linodes"),
        ("ap-west", "g6-dedicated-56", _) or ("us-west", "g6-dedicated-64", _) or ("br-gru", "g7-highmem-16", _) => false,
        ("se-sto", _, "highmem") => false,
        _ => true,
    };

    private sealed record Row(string Region, string Plan, bool Available)
    {
        public object ToWire() => new { region = Region, plan = Plan, available = Available };
    }
}
