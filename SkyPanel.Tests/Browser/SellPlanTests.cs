using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SkyPanel.Tests.Browser;

/// <summary>From a provider's token to what a customer is offered.</summary>
public sealed class SellPlanTests(LivePanel panel) : BrowserTests(panel)
{
    [Fact]
    public async Task Account_WrongToken_SaysSoAndLosesNothing()
    {
        var (page, _) = await AdminAsync();
        var name = NewName("account");
        var token = page.GetByTestId("account-token");
        await StartAccountAsync(page, name);
        await token.FillAsync("invalid-token");
        await page.GetByTestId("account-save").ClickAsync();

        await Expect(page.GetByTestId("account-error")).ToBeVisibleAsync();
        await Expect(page.GetByTestId("account-name")).ToHaveValueAsync(name);
        await Expect(token).ToHaveValueAsync("invalid-token");

        await token.FillAsync("a-good-token");
        await page.GetByTestId("account-save").ClickAsync();
        await Expect(page.GetByTestId($"account-row-{name}")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Plan_SoldFromTheCatalogue_IsOfferedToCustomers()
    {
        var (page, type) = await AdminAsync();
        var plan = NewName("Plan");
        await page.GetByRole(AriaRole.Link, new() { Name = "Plans" }).First.ClickAsync();
        await page.GetByTestId("add-plan").ClickAsync();
        await page.GetByTestId($"plan-provider-{type}").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sell " }).First.ClickAsync();
        await page.GetByTestId("plan-name").FillAsync(plan);
        await page.GetByTestId("plan-save").ClickAsync();
        await Expect(page.GetByTestId($"plan-row-{plan}")).ToBeVisibleAsync();

        var customer = await VisitAsync(Customer);
        var wizard = new Wizard(customer);
        await wizard.EnterAsync();
        await customer.Page.GetByTestId($"provider-{type}").ClickAsync();
        await wizard.NextAsync();
        await Expect(customer.Page.GetByRole(AriaRole.Radio, new() { Name = plan })).ToBeVisibleAsync();
    }

    /// <summary>An admin on the providers' page, and the key of the first provider.</summary>
    private async Task<(IPage Page, string Type)> AdminAsync()
    {
        var visit = await VisitAsync(Admin);
        await visit.OpenAsync("/admin/providers");
        await visit.Page.GetByTestId("add-account").ClickAsync();
        var first = visit.Page.Locator("[data-testid^=account-type-]").First;
        var key = (await first.GetAttributeAsync("data-testid"))!["account-type-".Length..];
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Expect(first).ToBeHiddenAsync();
        return (visit.Page, key);
    }

    private static async Task StartAccountAsync(IPage page, string name)
    {
        await page.GetByTestId("add-account").ClickAsync();
        await page.Locator("[data-testid^=account-type-]").First.CheckAsync();
        await page.GetByTestId("account-name").FillAsync(name);
    }
}
