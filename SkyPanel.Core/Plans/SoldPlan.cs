using SkyPanel.Core.Data;
using SkyPanel.Core.Providers;

namespace SkyPanel.Core.Plans;

/// <summary>A plan as it was when it was sold: what an instance keeps of it.</summary>
public sealed record SoldPlan(
    Guid PlanId,
    string Name,
    ProviderType ProviderType,
    string ProviderPlanId,
    PlanClass Class,
    int Vcpus,
    int MemoryMib,
    int DiskGib,
    int TransferGb,
    string Currency,
    Money Hourly,
    Money Monthly)
{
    internal static SoldPlan Of(VpsPlan plan) => new(
        plan.Id,
        plan.Name,
        plan.ProviderType,
        plan.ProviderPlanId,
        plan.Class,
        plan.Vcpus,
        plan.MemoryMib,
        plan.DiskGib,
        plan.TransferGb,
        plan.Currency,
        plan.HourlyPrice,
        plan.MonthlyPrice);
}
