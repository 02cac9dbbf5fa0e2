using Bunit;
using SkyPanel.Tests.Support;
using SkyPanel.Tests.Web.Support;
using SkyPanel.Web.Features.AdminPlans;

namespace SkyPanel.Tests.Web.Features.AdminPlans;

public sealed class PlansPageTests
{
    [Fact]
    public async Task Open_ByACustomer_ShowsNoCost()
    {
        await using var bench = await AdminBench.StartAsync();
        var account = await bench.Core.AddAccountAsync(bench.Admin, bench.Core.Cloud);
        await bench.Core.AddPlanAsync(bench.Admin, bench.Core.Cloud, [account]);
        bench.SignIn(await bench.Core.CustomerAsync());

        var page = bench.Page.Render<PlansPage>();

        page.WaitForAssertion(() => Assert.Contains("Not for your role", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("$5.00", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_WithAPlan_ShowsCostPriceAndMargin()
    {
        await using var bench = await AdminBench.StartAsync();
        var account = await bench.Core.AddAccountAsync(bench.Admin, bench.Core.Cloud);
        await bench.Core.AddPlanAsync(bench.Admin, bench.Core.Cloud, [account], hourly: 0.01m, monthly: 10m);

        var row = bench.Open<PlansPage>().WaitForElement("[data-testid='plan-row-Small']").TextContent;

        Assert.All(["$5.00", "$10.00", "50 %", "25 %", "On sale", "Main"], x => Assert.Contains(x, row, StringComparison.Ordinal));
    }
}
