using SkyPanel.Core.Plans.Offerings;
using SkyPanel.Core.Providers;

namespace SkyPanel.Web.Features.CreateVps;

/// <summary>What one provider lets a customer choose from.</summary>
public sealed record ProviderChoices(IReadOnlyList<PlanOffer> Plans, IReadOnlyList<ProviderRegion> Regions, IReadOnlyList<ProviderImage> Images)
{
    public static ProviderChoices None { get; } = new([], [], []);
}
