using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using SkyPanel.Core.Plans;
using SkyPanel.Tests.Support;
using SkyPanel.Tests.Web.Support;
using SkyPanel.Web.Features.AdminPlans;

namespace SkyPanel.Tests.Web.Features.AdminPlans;

public sealed class AddPlanPageTests
{
    [Fact]
    public async Task Open_WithoutAccounts_SendsToProviders()
    {
        await using var bench = await AdminBench.StartAsync();

        var page = bench.Open<AddPlanPage>();

        Assert.NotNull(page.WaitForElement(".empty a[href='/admin/providers']"));
    }

    [Fact]
    public async Task Open_ProviderDown_ShowsTheVendorsWords()
    {
        await using var bench = await AdminBench.StartAsync();
        await bench.Core.AddAccountAsync(bench.Admin, bench.Core.Cloud);
        bench.Core.Cloud.FailWith = _ => FakeCloud.Down;

        var page = bench.Open<AddPlanPage>(x => x.Add(p => p.Provider, "alpha"));

        Assert.Contains("503 from the cloud", page.WaitForElement(".error-panel").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Catalogue_OfASoldPlan_MarksItAndNoOther()
    {
        await using var bench = await AdminBench.StartAsync();
        var account = await bench.Core.AddAccountAsync(bench.Admin, bench.Core.Cloud);
        await bench.Core.AddPlanAsync(bench.Admin, bench.Core.Cloud, [account]);

        var page = bench.Open<AddPlanPage>(x => x.Add(p => p.Provider, "alpha"));

        page.WaitForElement("[data-testid='catalogue-small']");
        Assert.Contains("Already sold", Assert.Single(page.FindAll("tbody tr"), x => x.TextContent.Contains("Already sold", StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.Find("tr:first-child [data-testid='catalogue-small']"));
    }

    [Fact]
    public async Task Catalogue_InAnotherCurrency_CannotBeSold()
    {
        await using var bench = await AdminBench.StartAsync();
        bench.Core.Cloud.Plans = [FakeCloud.Plan("euro", currency: "EUR")];
        await bench.Core.AddAccountAsync(bench.Admin, bench.Core.Cloud);

        var button = bench.Open<AddPlanPage>(x => x.Add(p => p.Provider, "alpha")).WaitForElement("[data-testid='catalogue-euro']");

        Assert.True(button.HasAttribute("disabled"));
        Assert.Equal("It costs EUR, and the panel sells in USD.", button.GetAttribute("title"));
    }

    [Theory]
    [InlineData("plan-hourly", "0.0074", "$0.0075")]
    [InlineData("plan-monthly", "4.99", "$5.00")]
    public async Task Save_BelowCost_IsRefusedAtTheField(string field, string price, string cost)
    {
        await using var bench = await AdminBench.StartAsync();
        await OpenFormAsync(bench);

        await bench.Dialogs.Find($"[data-testid='{field}']").InputAsync(price);
        await bench.Dialogs.Find("#plan-form").SubmitAsync();

        Assert.Contains(cost, bench.Dialogs.WaitForElement($"[data-testid='{field}-error']").TextContent, StringComparison.Ordinal);
        Assert.Equal(price, bench.Dialogs.Find($"[data-testid='{field}']").GetAttribute("value"));
        Assert.Empty(await PlansAsync(bench));
    }

    [Fact]
    public async Task Save_AsPrefilled_SellsAtCostAndMarkup()
    {
        await using var bench = await AdminBench.StartAsync();
        var page = await OpenFormAsync(bench);

        await bench.Dialogs.Find("#plan-form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Equal("/admin/plans", new Uri(bench.Page.Services.GetRequiredService<NavigationManager>().Uri).AbsolutePath), TimeSpan.FromSeconds(10));
        var plan = Assert.Single(await PlansAsync(bench));
        Assert.Equal((0.0094m, 6.25m, true), (plan.HourlyPrice.Amount, plan.MonthlyPrice.Amount, plan.Enabled));
        Assert.Equal("Main", Assert.Single(plan.Accounts).Name);
    }

    private static async Task<IRenderedComponent<AddPlanPage>> OpenFormAsync(AdminBench bench)
    {
        await bench.Core.AddAccountAsync(bench.Admin, bench.Core.Cloud);
        var page = bench.Open<AddPlanPage>(x => x.Add(p => p.Provider, "alpha"));

        // The click ends only when the dialog closes.
        _ = page.WaitForElement("[data-testid='catalogue-small']").ClickAsync(new());
        bench.Dialogs.WaitForElement("#plan-form");
        return page;
    }

    private static Task<IReadOnlyList<PlanRow>> PlansAsync(AdminBench bench) =>
        bench.Core.Get<PlanService>().ListAsync(bench.Admin, TestContext.Current.CancellationToken);
}
