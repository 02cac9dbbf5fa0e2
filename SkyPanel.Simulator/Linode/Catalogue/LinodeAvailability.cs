using SkyPanel.Simulator.Http;

namespace SkyPanel.Simulator.Linode.Catalogue;

/// <summary>
/// Which scarce plans can be had where. As at the vendor, only scarce plans are listed: what is not listed is available.
/// Which ones are sold out is made up.
/// </summary>
internal static class LinodeAvailability
{
    private static readonly IReadOnlyList<Row> Rows = [.. LinodeRegions.All.SelectMany(region => ScarcePlans().Select(plan => new Row(region.Id, plan, !IsSoldOut(region.Id, plan))))];

    public static bool IsSoldOut(string region, string plan) => (region, plan) switch
    {
        ("ap-west", "g6-dedicated-56") => true,
        ("us-west", "g6-dedicated-64") => true,
        ("se-sto", _) when plan.StartsWith("g7-highmem", StringComparison.Ordinal) => true,
        ("br-gru", "g7-highmem-16") => true,
        _ => false,
    };

    public static Answer List(LinodeCall call) => LinodePage.Of(call, Rows, row => row.ToWire(), "available", "plan", "region");

    public static Answer OfRegion(LinodeCall call) => LinodeRegions.Find(call.Id) is { } region
        ? Answer.Ok(Rows.Where(row => string.Equals(row.Region, region.Id, StringComparison.Ordinal)).Select(row => row.ToWire()).ToArray())
        : LinodeErrors.NotFound;

    private static IEnumerable<string> ScarcePlans() => LinodeTypes.All
        .Select(type => type.Id)
        .Where(id => id.StartsWith("g7-highmem", StringComparison.Ordinal) || id is "g6-dedicated-50" or "g6-dedicated-56" or "g6-dedicated-64");

    private sealed record Row(string Region, string Plan, bool Available)
    {
        public object ToWire() => new { region = Region, plan = Plan, available = Available };
    }
}
