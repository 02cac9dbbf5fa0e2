using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SkyPanel.Tests.Browser.Tour;

internal sealed partial class Itinerary
{
    private const string Key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAICqXUWw1S2iEjNvY9UoiagpVsh7ROOIHrWxcu5wAqlrq carla@laptop";

    /// <summary>What customers see, from nothing to a few machines in every state.</summary>
    public async Task CustomerPagesAsync()
    {
        await using (var newcomer = await VisitAsync("Dmitri Other"))
        {
            await SeeAsync(newcomer, "/instances", "create");
            await camera.TakeAsync(newcomer.Page, "instances-empty");
            await SeeAsync(newcomer, "/ssh-keys", "key-");
            await camera.TakeAsync(newcomer.Page, "keys-empty");
            await newcomer.OpenAsync("/admin/plans");
            await newcomer.Page.GetByText("Not for your role").WaitForAsync();
            await camera.TakeAsync(newcomer.Page, "admin-no-permission");
        }

        await using var visit = await VisitAsync("Carla Customer");
        await WizardAsync(visit);
        await KeysAsync(visit);
        await InstanceAsync(visit);
        await TableAsync(visit);
    }

    private async Task WizardAsync(Visit visit)
    {
        var (page, wizard) = (visit.Page, new Wizard(visit));
        await SeeAsync(visit, "/instances/create", "provider-");
        await camera.TakeAsync(page, "wizard-1-provider");
        await wizard.Providers.First.ClickAsync();
        await wizard.NextAsync();
        await page.Locator("[data-testid^=region-]").First.WaitForAsync();
        await camera.TakeAsync(page, "wizard-2-plan");
        await page.Locator("[data-testid^=plan-]").Nth(2).ClickAsync();
        await page.Locator("[data-testid^=region-]:has(input:enabled)").First.ClickAsync();
        await camera.TakeAsync(page, "wizard-2-plan-chosen");
        await wizard.NextAsync();
        await page.Locator("[data-testid^=image-]:has(input:enabled)").Nth(3).ClickAsync();
        await camera.TakeAsync(page, "wizard-3-image");
        await wizard.NextAsync();
        await camera.TakeAsync(page, "wizard-4-access-none");
        await page.GetByTestId("key-new").ClickAsync();
        await camera.TakeAsync(page, "wizard-4-access-adding");
        await EscapeAsync(page);
        await ButtonAsync(page, "Cancel");
        await page.GetByTestId("access-password").ClickAsync();
        await wizard.NextAsync();
        await page.GetByTestId("name").FillAsync("web 01");
        await page.GetByTestId("name").BlurAsync();
        await Expect(page.Locator(".field-error")).ToBeVisibleAsync();
        await camera.TakeAsync(page, "wizard-5-review-fault");
        await page.GetByTestId("name").FillAsync("web-01");
        await page.GetByTestId("name").BlurAsync();
        await Expect(wizard.Submit).ToBeEnabledAsync();
        await camera.TakeAsync(page, "wizard-5-review");
        await wizard.Submit.ClickAsync();
        await page.GetByTestId("status").WaitForAsync();
        await page.GetByTestId("root-password").WaitForAsync();
        await camera.TakeAsync(page, "instance-creating");
    }

    private async Task KeysAsync(Visit visit)
    {
        await SeeAsync(visit, "/ssh-keys", "key-");
        await visit.Page.GetByTestId("key-new").ClickAsync();
        await AddKeyAsync(visit.Page, "laptop", "not a key");
        await Expect(visit.Page.Locator(".field-error").First).ToBeVisibleAsync();
        await camera.TakeAsync(visit.Page, "keys-fault");
        await AddKeyAsync(visit.Page, "Carla’s laptop", Key);
        await visit.Page.GetByTestId("keys").WaitForAsync();
        await camera.TakeAsync(visit.Page, "keys");
        await visit.Page.GetByTestId("key-new").ClickAsync();
        await camera.TakeAsync(visit.Page, "keys-adding");
        await ButtonAsync(visit.Page, "Cancel");
        await visit.Page.GetByTestId("key-remove").ClickAsync();
        await camera.TakeAsync(visit.Page, "keys-remove");
    }

    private static async Task AddKeyAsync(IPage page, string name, string line)
    {
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await page.GetByLabel("Public key").FillAsync(line);
        await page.GetByTestId("key-add").ClickAsync();
    }

    private async Task InstanceAsync(Visit visit)
    {
        var page = visit.Page;
        await SeeAsync(visit, "/instances", "row-web-01");
        await page.GetByRole(AriaRole.Link, new() { Name = "web-01" }).ClickAsync();
        await Expect(page.GetByTestId("status")).ToHaveTextAsync("Running", new() { Timeout = Visit.Patience });
        await page.GetByTestId("password-saved").ClickAsync();
        await camera.TakeAsync(page, "instance-running");
        await page.Locator(".activity summary").First.ClickAsync();
        await camera.TakeAsync(page, "instance-activity");
        await page.GetByTestId("power-menu").ClickAsync();
        await camera.TakeAsync(page, "instance-power-menu");
        await EscapeAsync(page);
        await page.GetByTestId("delete").ClickAsync();
        await page.GetByRole(AriaRole.Dialog).WaitForAsync();
        await camera.TakeAsync(page, "instance-delete");
        await EscapeAsync(page);
        await orderFault(new { method = "POST", path_pattern = "/v*", count = 1, kind = "status", status = 400, body = "{\"errors\":[{\"field\":\"region\",\"reason\":\"Region is not available\"}]}" });
        await new Wizard(visit).CreateAsync("mail-01");
        await Expect(page.Locator(".error-panel")).ToBeVisibleAsync(new() { Timeout = Visit.Patience });
        await camera.TakeAsync(page, "instance-failed");
    }

    private async Task TableAsync(Visit visit)
    {
        var (page, wizard) = (visit.Page, new Wizard(visit));
        foreach (var (number, name) in new[] { "web-02", "database-01", "queue-with-a-rather-long-name-for-the-northern-warehouse-eu-01" }.Index())
        {
            await wizard.CreateAsync(name, number % 2);
        }

        await SeeAsync(visit, "/instances", "row-web-02");
        await camera.TakeAsync(page, "instances");
        await page.GetByTestId("row-menu-web-01").ClickAsync();
        await camera.TakeAsync(page, "instances-menu");
        await EscapeAsync(page);
        await visit.OpenAsync("/instances?q=nothing-like-it");
        await page.GetByText("No match").WaitForAsync();
        await camera.TakeAsync(page, "instances-no-match");
    }
}
