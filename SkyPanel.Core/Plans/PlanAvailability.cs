using SkyPanel.Core.Providers;

namespace SkyPanel.Core.Plans;

/// <summary>Why a plan of ours cannot be had in a region. One rule for what is shown and for what is sold.</summary>
internal static class PlanAvailability
{
    /// <summary>The reason in words for customers, who are not told our costs; null when it can be had.</summary>
    public static string? WhyNotIn(VpsPlan plan, ProviderPlan offered, ProviderRegion region) => region switch
    {
        { Available: false } => $"{region.City} takes no new machines at the moment.",
        _ when !offered.IsAvailableIn(region.Id) => $"Sold out in {region.City}.",
        _ when !IsCovered(plan, offered.CostIn(region.Id)) => $"This plan is not offered in {region.City}.",
        _ => null,
    };

    private static bool IsCovered(VpsPlan plan, ProviderCost cost) =>
        string.Equals(plan.Currency, cost.Currency, StringComparison.Ordinal)
        && plan.HourlyPrice >= cost.Hourly
        && plan.MonthlyPrice >= cost.Monthly;
}
