using SkyPanel.Core.Providers;

namespace SkyPanel.Core.Plans;

/// <summary>How what is sold stands to what the provider offers now.</summary>
/// <param name="Changes">What an admin should look at, most pressing first.</param>
/// <param name="New">The provider's plans that nothing of ours sells.</param>
public sealed record PlanComparison(IReadOnlyList<PlanChange> Changes, IReadOnlyList<ProviderPlan> New);

/// <summary>A plan of ours whose provider changed something behind it.</summary>
/// <param name="Plan">As it is sold.</param>
/// <param name="Kind">What changed.</param>
/// <param name="CostNow">What the provider asks now; null when it no longer offers it.</param>
public sealed record PlanChange(PlanRow Plan, PlanChangeKind Kind, ProviderCost? CostNow);

/// <summary>What can change, most pressing first.</summary>
public enum PlanChangeKind
{
    /// <summary>It is sold below what it costs now: every sale loses money.</summary>
    BelowCost,

    /// <summary>The provider no longer offers it: nobody can buy it.</summary>
    Gone,

    /// <summary>It costs another amount than when it was last saved.</summary>
    CostChanged,
}
