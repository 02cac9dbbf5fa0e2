using Bunit;
using SkyPanel.Core.Providers;
using SkyPanel.Tests.Support;
using SkyPanel.Tests.Web.Support;
using SkyPanel.Web.Features.AdminOperations;

namespace SkyPanel.Tests.Web.Features.AdminOperations;

public sealed class OperationPagesTests
{
    [Fact]
    public async Task List_OfWhatNeedsPeople_NamesTheInstanceAndWhy()
    {
        await using var bench = await AdminBench.StartAsync();
        await LoseACreateAsync(bench);

        var page = bench.Open<OperationsPage>();

        Assert.Contains("appeared later", page.WaitForElement("[data-testid='operation-web-1']").TextContent, StringComparison.Ordinal);
        Assert.Contains("1 needs a decision.", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_WithNothingToDecide_SaysSo()
    {
        await using var bench = await AdminBench.StartAsync();

        Assert.Contains("Nothing needs you", bench.Open<OperationsPage>().WaitForElement(".empty").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Adopt_TheMachineThatAppeared_HandsItToTheCustomer()
    {
        await using var bench = await AdminBench.StartAsync();
        var shop = await LoseACreateAsync(bench);
        var page = await OpenAsync(bench, shop);

        await page.WaitForElement("[data-testid='adopt-id']").InputAsync(new() { Value = "m-77" });
        await page.Find(".decide").SubmitAsync();

        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-testid='adopt']")));
        Assert.Equal("m-77", (await shop.InstanceAsync()).ProviderInstanceId);
    }

    [Fact]
    public async Task Adopt_AnIdThatIsNotThere_SaysWhyAndKeepsWhatWasTyped()
    {
        await using var bench = await AdminBench.StartAsync();
        var shop = await LoseACreateAsync(bench);
        var page = await OpenAsync(bench, shop);

        await page.WaitForElement("[data-testid='adopt-id']").InputAsync(new() { Value = "m-404" });
        await page.Find(".decide").SubmitAsync();

        Assert.Contains("no machine of that id", page.WaitForElement(".error-panel").TextContent, StringComparison.Ordinal);
        Assert.Equal("m-404", page.Find("[data-testid='adopt-id']").GetAttribute("value"));
    }

    [Fact]
    public async Task Open_ByACustomer_ShowsNothing()
    {
        await using var bench = await AdminBench.StartAsync();
        var shop = await LoseACreateAsync(bench);
        bench.SignIn(shop.Customer);

        var page = bench.Page.Render<OperationsPage>();

        page.WaitForAssertion(() => Assert.Contains("Not for your role", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("web-1", page.Markup, StringComparison.Ordinal);
    }

    private static async Task<IRenderedComponent<OperationPage>> OpenAsync(AdminBench bench, Shop shop)
    {
        var id = (await shop.OperationAsync()).Id;
        return bench.Open<OperationPage>(x => x.Add(p => p.Id, id));
    }

    /// <summary>A create that was given up, and whose machine came to light afterwards.</summary>
    private static async Task<Shop> LoseACreateAsync(AdminBench bench)
    {
        var shop = await Shop.OpenAsync(bench.Core);
        await shop.BuyAsync(shop.Request());
        bench.Core.Cloud.FailWith = x => x.Method == nameof(IProviderService.CreateInstanceAsync)
            ? new ProviderError(ProviderErrorCode.Timeout, "No answer.", "connection cut", Retryable: true, ProviderOutcome.Unknown)
            : null;
        await bench.Core.DriveAsync();
        bench.Core.Cloud.FailWith = _ => null;
        var mark = (await shop.InstanceAsync()).Mark;
        bench.Core.Cloud.Instances.Add(
            new ProviderInstance("m-77", "web-1", mark, InstanceStatus.Running, "small", "north", "debian-12", ["192.0.2.77"], bench.Core.Time.GetUtcNow()));
        await bench.Core.Get<SkyPanel.Core.Instances.Observe.AccountObserver>().ObserveAsync((await shop.InstanceAsync()).AccountId, TestContext.Current.CancellationToken);
        return shop;
    }
}
