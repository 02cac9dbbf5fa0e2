using SkyPanel.Core.Data;
using SkyPanel.Core.Providers;

namespace SkyPanel.Core.Plans;

/// <summary>A plan to sell.</summary>
/// <param name="ProviderType">Whose.</param>
/// <param name="ProviderPlanId">Which of theirs.</param>
/// <param name="Name">What customers see.</param>
/// <param name="HourlyPrice">In the panel's currency.</param>
/// <param name="MonthlyPrice">The most that a month can cost, in the panel's currency.</param>
/// <param name="AccountIds">The accounts to sell it over, the first tried first.</param>
/// <param name="Enabled">Whether customers may have it at once.</param>
public sealed record NewPlan(
    ProviderType ProviderType,
    string ProviderPlanId,
    string Name,
    Money HourlyPrice,
    Money MonthlyPrice,
    IReadOnlyList<Guid> AccountIds,
    bool Enabled);

/// <summary>What to change of a plan.</summary>
/// <param name="Name">What customers see.</param>
/// <param name="HourlyPrice">In the panel's currency.</param>
/// <param name="MonthlyPrice">The most that a month can cost, in the panel's currency.</param>
/// <param name="AccountIds">The accounts to sell it over, the first tried first.</param>
/// <param name="Version">The version that the change is based on.</param>
public sealed record PlanEdit(string Name, Money HourlyPrice, Money MonthlyPrice, IReadOnlyList<Guid> AccountIds, int Version);
