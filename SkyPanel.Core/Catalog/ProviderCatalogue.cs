using SkyPanel.Core.Providers;

namespace SkyPanel.Core.Catalog;

/// <summary>All that a provider offers, as one account sees it.</summary>
public sealed record ProviderCatalogue(
    IReadOnlyList<ProviderPlan> Plans, IReadOnlyList<ProviderImage> Images, IReadOnlyList<ProviderRegion> Regions)
{
    public ProviderPlan? FindPlan(string id) => Plans.FirstOrDefault(x => string.Equals(x.Id, id, StringComparison.Ordinal));

    public ProviderImage? FindImage(string id) => Images.FirstOrDefault(x => string.Equals(x.Id, id, StringComparison.Ordinal));

    public ProviderRegion? FindRegion(string id) => Regions.FirstOrDefault(x => string.Equals(x.Id, id, StringComparison.Ordinal));
}
