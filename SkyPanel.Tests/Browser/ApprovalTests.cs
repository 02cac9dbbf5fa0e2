using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SkyPanel.Tests.Browser;

/// <summary>The way in for someone new.</summary>
public sealed class ApprovalTests(LivePanel panel) : BrowserTests(panel)
{
    private const string Password = "a few words that nobody guesses";

    [Fact]
    public async Task Register_ThenApproved_MayCreate()
    {
        var email = $"{NewName("nora")}@new.example";
        var visit = await VisitAsync();
        await RegisterAsync(visit.Page, email);
        await SignInAsync(visit, email);
        await Expect(visit.Page.GetByTestId("standing")).ToContainTextAsync("waiting for approval");
        await RefusedAsync(visit);

        var admin = await VisitAsync(Admin);
        await admin.OpenAsync("/admin/organizations");
        await admin.Page.GetByTestId($"approve-{email}").ClickAsync();
        await Expect(admin.Page.GetByTestId($"approve-{email}")).ToHaveCountAsync(0);

        await new Wizard(visit).CreateAsync(NewName("first"));
        await Expect(visit.Page.GetByTestId("standing")).ToHaveCountAsync(0);
    }

    private static async Task RegisterAsync(IPage page, string email)
    {
        await page.GotoAsync("/account/register");
        await page.GetByLabel("Name").FillAsync("Nora New");
        await page.GetByLabel("E-mail address").FillAsync(email);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Register" }).ClickAsync();
        await Expect(page.GetByText("Check your mail")).ToBeVisibleAsync();
        await page.GotoAsync("/dev/mailbox");
        await page.Locator(".mail").Filter(new() { HasText = email }).GetByRole(AriaRole.Link).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Confirm" }).ClickAsync();
        await Expect(page.GetByText("Your e-mail address is confirmed")).ToBeVisibleAsync();
    }

    private static async Task SignInAsync(Visit visit, string email)
    {
        await visit.Page.GetByLabel("E-mail address").FillAsync(email);
        await visit.Page.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await visit.BeAliveAsync();
    }

    private static async Task RefusedAsync(Visit visit)
    {
        var wizard = new Wizard(visit);
        await wizard.EnterAsync();
        await wizard.FillAsync(NewName("early"));
        await wizard.Submit.ClickAsync();
        await Expect(visit.Page.GetByTestId("refusal")).ToBeVisibleAsync();
    }
}
