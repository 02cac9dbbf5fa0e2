using SkyPanel.Core.Data;
using SkyPanel.Core.Plans;
using SkyPanel.Core.ProviderAccounts;
using SkyPanel.Core.Providers;

namespace SkyPanel.Web.Features.AdminPlans;

/// <summary>What a plan's form is about: a provider's plan to sell, or a plan of ours to change.</summary>
public sealed record PlanSubject(
    ProviderType ProviderType,
    string ProviderPlanId,
    PlanRow? Plan,
    string Specs,
    string Currency,
    Money HourlyCost,
    Money MonthlyCost,
    IReadOnlyList<ProviderAccountRow> Accounts)
{
    public static PlanSubject Of(PlanRow plan, IEnumerable<ProviderAccountRow> accounts) => new(
        plan.ProviderType,
        plan.ProviderPlanId,
        plan,
        PlanWords.Specs(plan.Vcpus, plan.MemoryMib, plan.DiskGib, plan.TransferGb),
        plan.Currency,
        plan.HourlyCost,
        plan.MonthlyCost,
        [.. accounts.Where(x => x.Type == plan.ProviderType)]);

    public static PlanSubject Of(ProviderType provider, ProviderPlan plan, IEnumerable<ProviderAccountRow> accounts) => new(
        provider,
        plan.Id,
        null,
        PlanWords.Specs(plan.Vcpus, plan.MemoryMib, plan.DiskGib, plan.TransferGb),
        plan.Cost.Currency,
        plan.Cost.Hourly,
        plan.Cost.Monthly,
        [.. accounts.Where(x => x.Type == provider)]);
}
