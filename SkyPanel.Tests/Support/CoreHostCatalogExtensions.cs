using SkyPanel.Core.Access;
using SkyPanel.Core.Data;
using SkyPanel.Core.Plans;
using SkyPanel.Core.ProviderAccounts;

namespace SkyPanel.Tests.Support;

/// <summary>Accounts and plans made the way that admins make them.</summary>
internal static class CoreHostCatalogExtensions
{
    public static async Task<Guid> AddAccountAsync(this CoreHost host, Actor admin, FakeCloud cloud, string name = "Main", string token = "token-1")
    {
        var outcome = await host.Get<ProviderAccountService>()
            .AddAsync(admin, new NewProviderAccount(name, cloud.Type, token), TestContext.Current.CancellationToken);
        return Assert.IsType<AddAccountOutcome.Added>(outcome).AccountId;
    }

    public static async Task<Guid> AddPlanAsync(
        this CoreHost host,
        Actor admin,
        FakeCloud cloud,
        Guid[] accounts,
        string providerPlan = "small",
        decimal hourly = 0.01m,
        decimal monthly = 6m,
        bool enabled = true,
        string name = "Small")
    {
        var plan = new NewPlan(cloud.Type, providerPlan, name, Money.FromDecimal(hourly), Money.FromDecimal(monthly), accounts, enabled);
        var outcome = await host.Get<PlanService>().AddAsync(admin, plan, TestContext.Current.CancellationToken);
        return Assert.IsType<AddPlanOutcome.Added>(outcome).PlanId;
    }
}
