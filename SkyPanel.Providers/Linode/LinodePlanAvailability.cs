using System.Collections.Frozen;

namespace SkyPanel.Providers.Linode;

/// <summary>
/// Where a plan can be had. The vendor lists scarce plans only; a plan or region without a line is available, unless its class needs a
/// capability that the region lacks.
/// </summary>
internal sealed class LinodePlanAvailability(IReadOnlyList<LinodeRegion> regions, IReadOnlyList<LinodeAvailability> scarce)
{
    private readonly Dictionary<(string Region, string Plan), bool> _lines = scarce.ToDictionary(x => (x.Region, x.Plan), x => x.Available);
    private readonly HashSet<string> _scarcePlans = [.. scarce.Select(x => x.Plan)];

    /// <summary>Null for everywhere.</summary>
    public IReadOnlySet<string>? RegionsOf(LinodeType type) => type.NeededCapability is null && !_scarcePlans.Contains(type.Id)
        ? null
        : regions.Where(x => IsIn(x, type)).Select(x => x.Id).ToFrozenSet(StringComparer.Ordinal);

    private bool IsIn(LinodeRegion region, LinodeType type)
        => _lines.TryGetValue((region.Id, type.Id), out var available) ? available : type.NeededCapability is not { } needed || region.Has(needed);
}
