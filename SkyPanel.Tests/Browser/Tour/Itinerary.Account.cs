using Microsoft.Playwright;

namespace SkyPanel.Tests.Browser.Tour;

internal sealed partial class Itinerary
{
    private const string Newcomer = "nora@new.example";
    private const string Password = "a few words that nobody guesses";

    /// <summary>Before anyone is signed in. Leaves someone behind who waits for approval.</summary>
    public async Task AccountPagesAsync()
    {
        await using var visit = await panel.VisitAsync();
        var page = visit.Page;
        foreach (var (name, path) in new[]
        {
            ("sign-in", "/account/sign-in"), ("forgot", "/account/forgot-password"), ("denied", "/account/access-denied"), ("not-found", "/no/such/page"),
            ("error", "/error"), ("mailbox-empty", "/dev/mailbox"), ("reset", "/account/reset-password?user=x&code=y"),
        })
        {
            await page.GotoAsync(path);
            await camera.TakeAsync(page, "account-" + name);
        }

        await page.GetByLabel("New password").FillAsync(Password);
        await ButtonAsync(page, "Set password");
        await camera.TakeAsync(page, "account-reset-failed");
        await RegisterAsync(page);
        await SignInWrongAsync(page);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await ButtonAsync(page, "Sign in");
        await visit.BeAliveAsync();
        await camera.TakeAsync(page, "instances-awaiting");
    }

    private async Task RegisterAsync(IPage page)
    {
        await page.GotoAsync("/account/register");
        await camera.TakeAsync(page, "account-register");
        await ButtonAsync(page, "Register");
        await camera.TakeAsync(page, "account-register-faults");
        await page.GetByLabel("Name").FillAsync("Nora New");
        await page.GetByLabel("E-mail address").FillAsync(Newcomer);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await ButtonAsync(page, "Register");
        await page.GetByText("Check your mail").WaitForAsync();
        await camera.TakeAsync(page, "account-register-sent");
        await page.GotoAsync("/dev/mailbox");
        await camera.TakeAsync(page, "account-mailbox");
        await page.GetByRole(AriaRole.Link, new() { Name = "Open the link" }).ClickAsync();
        await camera.TakeAsync(page, "account-confirm");
        await ButtonAsync(page, "Confirm");
        await camera.TakeAsync(page, "account-sign-in-notice");
    }

    private async Task SignInWrongAsync(IPage page)
    {
        await page.GetByLabel("E-mail address").FillAsync(Newcomer);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync("wrong");
        await ButtonAsync(page, "Sign in");
        await camera.TakeAsync(page, "account-sign-in-wrong");
    }
}
