using AngleSharp.Dom;
using Bunit;
using SkyPanel.Core.ProviderAccounts;
using SkyPanel.Tests.Support;
using SkyPanel.Tests.Web.Support;
using SkyPanel.Web.Features.AdminProviders;

namespace SkyPanel.Tests.Web.Features.AdminProviders;

public sealed class ProviderAccountsPageTests
{
    [Fact]
    public async Task Open_WithoutAccounts_OffersToAddTheFirst()
    {
        await using var bench = await AdminBench.StartAsync();

        var page = bench.Open<ProviderAccountsPage>();

        page.WaitForAssertion(() => Assert.Contains("No provider accounts yet", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Open_ByACustomer_ShowsThatItIsNotForThem()
    {
        await using var bench = await AdminBench.StartAsync();
        await bench.Core.AddAccountAsync(bench.Admin, bench.Core.Cloud, "House account");
        bench.SignIn(await bench.Core.CustomerAsync());

        var page = bench.Page.Render<ProviderAccountsPage>();

        page.WaitForAssertion(() => Assert.Contains("Not for your role", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("House account", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[data-testid='add-account']"));
    }

    [Fact]
    public async Task Test_TokenRevoked_SaysSoInTheRowAndInFull()
    {
        await using var bench = await AdminBench.StartAsync();
        await bench.Core.AddAccountAsync(bench.Admin, bench.Core.Cloud);
        var page = bench.Open<ProviderAccountsPage>();
        page.WaitForElement("[data-testid='account-row-Main'] .status--success");
        bench.Core.Cloud.FailWith = _ => FakeCloud.BadToken;

        await page.Find("[data-testid='account-test-Main']").ClickAsync(new());

        page.WaitForElement("[data-testid='account-row-Main'] .status--danger");
        var error = page.Find("[data-testid='account-row-error']").TextContent;
        Assert.Contains("did not accept the token", error, StringComparison.Ordinal);
        Assert.Contains("401 Invalid Token", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_WhileAnotherAdminAdds_ShowsTheNewAccount()
    {
        await using var bench = await AdminBench.StartAsync();
        var page = bench.Open<ProviderAccountsPage>();
        page.WaitForAssertion(() => Assert.Contains("No provider accounts yet", page.Markup, StringComparison.Ordinal));

        await bench.Core.AddAccountAsync(bench.Admin, bench.Core.Cloud, "Later");

        page.WaitForElement("[data-testid='account-row-Later']", TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Add_WrongToken_ShowsTheErrorAndKeepsWhatWasTyped()
    {
        await using var bench = await AdminBench.StartAsync();
        bench.Core.Cloud.FailWith = _ => FakeCloud.BadToken;
        await OpenFormAsync(bench);

        await FillAsync(bench, "Frankfurt", "wrong-token");

        bench.Dialogs.WaitForElement("[data-testid='account-error']");
        Assert.Equal("Frankfurt", Input(bench, "account-name").GetAttribute("value"));
        Assert.Equal("wrong-token", Input(bench, "account-token").GetAttribute("value"));
        Assert.DoesNotContain("wrong-token", bench.Dialogs.Find("[data-testid='account-error']").TextContent, StringComparison.Ordinal);
        Assert.Empty(await AccountsAsync(bench));
    }

    [Fact]
    public async Task Add_NameTaken_SaysSoAtTheField()
    {
        await using var bench = await AdminBench.StartAsync();
        await bench.Core.AddAccountAsync(bench.Admin, bench.Core.Cloud, "Frankfurt");
        await OpenFormAsync(bench);

        await FillAsync(bench, "Frankfurt", "token-2");

        bench.Dialogs.WaitForAssertion(() =>
            Assert.Equal("Another account has this name.", bench.Dialogs.Find("#account-name-help[role='alert']").TextContent));
    }

    [Fact]
    public async Task Add_GoodToken_ClosesAndListsTheAccount()
    {
        await using var bench = await AdminBench.StartAsync();
        var page = await OpenFormAsync(bench);

        await FillAsync(bench, "Frankfurt", "token-1");

        page.WaitForElement("[data-testid='account-row-Frankfurt']", TimeSpan.FromSeconds(10));
        bench.Dialogs.WaitForAssertion(() => Assert.Empty(bench.Dialogs.FindAll("#account-form")));
        Assert.DoesNotContain("token-1", page.Markup, StringComparison.Ordinal);
    }

    private static async Task<IRenderedComponent<ProviderAccountsPage>> OpenFormAsync(AdminBench bench)
    {
        var page = bench.Open<ProviderAccountsPage>();
        page.WaitForElement("[data-testid='add-account']:not([disabled])");

        // The click ends only when the dialog closes.
        _ = page.Find("[data-testid='add-account']").ClickAsync(new());
        await bench.Dialogs.WaitForElement("[data-testid='account-type-alpha']").ChangeAsync("on");
        return page;
    }

    private static async Task FillAsync(AdminBench bench, string name, string token)
    {
        await Input(bench, "account-name").InputAsync(name);
        await Input(bench, "account-token").InputAsync(token);
        await bench.Dialogs.Find("#account-form").SubmitAsync();
    }

    private static IElement Input(AdminBench bench, string id) => bench.Dialogs.Find($"[data-testid='{id}']");

    private static Task<IReadOnlyList<ProviderAccountRow>> AccountsAsync(AdminBench bench) =>
        bench.Core.Get<ProviderAccountService>().ListAsync(bench.Admin, TestContext.Current.CancellationToken);
}
