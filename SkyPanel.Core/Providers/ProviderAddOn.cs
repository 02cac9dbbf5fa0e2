namespace SkyPanel.Core.Providers;

/// <summary>What something beside a plan costs us.</summary>
/// <param name="Cost">Where no region says otherwise.</param>
/// <param name="RegionCosts">Regions that cost something else.</param>
public sealed record ProviderAddOn(ProviderCost Cost, IReadOnlyDictionary<string, ProviderCost> RegionCosts)
{
    public ProviderCost CostIn(string regionId) => RegionCosts.GetValueOrDefault(regionId, Cost);
}
