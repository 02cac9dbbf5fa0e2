using SkyPanel.Core.Data;
using SkyPanel.Core.Providers;

namespace SkyPanel.Core.Plans;

/// <summary>A plan as staff see it, with its cost.</summary>
public sealed record PlanRow(
    Guid Id,
    ProviderType ProviderType,
    string ProviderPlanId,
    string Name,
    PlanClass Class,
    int Vcpus,
    int MemoryMib,
    int DiskGib,
    int TransferGb,
    string Currency,
    Money HourlyPrice,
    Money MonthlyPrice,
    Money HourlyCost,
    Money MonthlyCost,
    bool Enabled,
    int SortOrder,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    int Version,
    IReadOnlyList<PlanAccountRow> Accounts);

/// <summary>An account that a plan is sold over.</summary>
public sealed record PlanAccountRow(Guid AccountId, string Name, bool Enabled);

/// <summary>A provider's plan that could be sold.</summary>
/// <param name="Plan">What it is, and what it costs in each region.</param>
/// <param name="AlreadySold">Whether a plan of ours sells it.</param>
public sealed record CatalogueRow(ProviderPlan Plan, bool AlreadySold);
