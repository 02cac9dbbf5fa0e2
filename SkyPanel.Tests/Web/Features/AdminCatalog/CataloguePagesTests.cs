using Bunit;
using SkyPanel.Core.Catalog;
using SkyPanel.Core.Catalog.Allowlists;
using SkyPanel.Core.Plans.Offerings;
using SkyPanel.Tests.Support;
using SkyPanel.Tests.Web.Support;
using SkyPanel.Web.Features.AdminCatalog;

namespace SkyPanel.Tests.Web.Features.AdminCatalog;

public sealed class CataloguePagesTests
{
    [Fact]
    public async Task Changes_APlanThatTheProviderMadeDearer_ShowsItAsALoss()
    {
        await using var bench = await AdminBench.StartAsync();
        var account = await bench.Core.AddAccountAsync(bench.Admin, bench.Core.Cloud);
        await bench.Core.AddPlanAsync(bench.Admin, bench.Core.Cloud, [account]);
        bench.Core.Cloud.Plans = [FakeCloud.Plan("small", monthly: 500m)];
        await bench.Core.Get<ProviderResourceCache>().DropAsync(account, TestContext.Current.CancellationToken);

        var page = bench.Open<ChangesTable>(x => x.Add(p => p.Type, bench.Core.Cloud.Type));

        Assert.Contains("Sold below cost", page.WaitForElement("tbody tr").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Regions_OneTickedAlone_IsAllThatCustomersGet()
    {
        await using var bench = await AdminBench.StartAsync();
        var account = await bench.Core.AddAccountAsync(bench.Admin, bench.Core.Cloud);
        await bench.Core.AddPlanAsync(bench.Admin, bench.Core.Cloud, [account]);
        var page = bench.Open<AllowlistForm>(x => x.Add(p => p.Type, bench.Core.Cloud.Type).Add(p => p.Kind, CatalogueKind.Region));

        await page.WaitForElement("[data-testid='allow-some']").ChangeAsync(new() { Value = true });
        await page.Find("[data-testid='allow-north']").ChangeAsync(new() { Value = false });
        await page.Find("form").SubmitAsync();

        var regions = await bench.Core.Get<OfferingService>().ListRegionsAsync(await bench.Core.CustomerAsync(), bench.Core.Cloud.Type, TestContext.Current.CancellationToken);
        Assert.Equal(["south"], regions.Select(x => x.Id));
    }

    [Fact]
    public async Task Regions_NoneTicked_SaysWhyItCannotBeSaved()
    {
        await using var bench = await AdminBench.StartAsync();
        await bench.Core.AddAccountAsync(bench.Admin, bench.Core.Cloud);
        var page = bench.Open<AllowlistForm>(x => x.Add(p => p.Type, bench.Core.Cloud.Type).Add(p => p.Kind, CatalogueKind.Region));

        await page.WaitForElement("[data-testid='allow-some']").ChangeAsync(new() { Value = true });
        await page.Find("[data-testid='allow-north']").ChangeAsync(new() { Value = false });
        await page.Find("[data-testid='allow-south']").ChangeAsync(new() { Value = false });

        Assert.True(page.Find("[data-testid='allow-save']").HasAttribute("disabled"));
        Assert.Contains("Tick at least one", page.Markup, StringComparison.Ordinal);
    }
}
