using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SkyPanel.Tests.Browser.Tour;

internal sealed partial class Itinerary
{
    /// <summary>What the house sees.</summary>
    public async Task AdminPagesAsync()
    {
        await using var visit = await VisitAsync("Ada Admin");
        await ProvidersAsync(visit);
        await PlansAsync(visit);
        await HouseAsync(visit);
        await OrganizationsAsync(visit);
        await ProviderDownAsync();
    }

    private async Task ProvidersAsync(Visit visit)
    {
        var page = visit.Page;
        await SeeAsync(visit, "/admin/providers", "account-row-");
        await camera.TakeAsync(page, "admin-providers");
        await page.GetByTestId("add-account").ClickAsync();
        await page.GetByRole(AriaRole.Dialog).WaitForAsync();
        await camera.TakeAsync(page, "admin-providers-add");
        await page.Locator("[data-testid^=account-type-]").First.CheckAsync();
        await page.GetByTestId("account-name").FillAsync("Second account");
        await page.GetByTestId("account-token").FillAsync("invalid-token");
        await page.GetByTestId("account-save").ClickAsync();
        await page.GetByTestId("account-error").WaitForAsync();
        await camera.TakeAsync(page, "admin-providers-add-refused");
        await EscapeAsync(page);
        await page.Locator("[data-testid^=account-menu-] button, button[data-testid^=account-menu-]").First.ClickAsync();
        await camera.TakeAsync(page, "admin-providers-menu");
        await EscapeAsync(page);
    }

    private async Task PlansAsync(Visit visit)
    {
        var page = visit.Page;
        await SeeAsync(visit, "/admin/plans", "plan-row-");
        await camera.TakeAsync(page, "admin-plans");
        await page.Locator("[data-testid^=plan-edit-]").First.ClickAsync();
        await page.GetByRole(AriaRole.Dialog).WaitForAsync();
        await page.GetByTestId("plan-monthly").FillAsync("1");
        await page.GetByTestId("plan-save").ClickAsync();
        await page.GetByTestId("plan-monthly-error").WaitForAsync();
        await camera.TakeAsync(page, "admin-plans-below-cost");
        await EscapeAsync(page);
        await page.Locator("[data-testid^=plan-menu-] button, button[data-testid^=plan-menu-]").First.ClickAsync();
        await page.Locator("[data-testid^=plan-retire-]").First.ClickAsync();
        await page.GetByRole(AriaRole.Dialog).WaitForAsync();
        await camera.TakeAsync(page, "admin-plans-retire");
        await EscapeAsync(page);
        await SeeAsync(visit, "/admin/plans/add", "plan-provider-");
        await camera.TakeAsync(page, "admin-catalogue-choose");
        await page.Locator("[data-testid^=plan-provider-]").First.ClickAsync();
        await page.Locator("[data-testid^=catalogue-]").First.WaitForAsync();
        await camera.TakeAsync(page, "admin-catalogue");
        await page.Locator("[data-testid^=catalogue-]").First.ClickAsync();
        await page.GetByRole(AriaRole.Dialog).WaitForAsync();
        await camera.TakeAsync(page, "admin-catalogue-sell");
    }

    private async Task HouseAsync(Visit visit)
    {
        var page = visit.Page;
        await visit.OpenAsync("/admin");
        await page.Locator(".empty, .list").First.WaitForAsync();
        await camera.TakeAsync(page, "admin-overview");
        await visit.OpenAsync("/admin/operations");
        await page.Locator(".empty, .list").First.WaitForAsync();
        await camera.TakeAsync(page, "admin-operations-none");
        await SeeAsync(visit, "/admin/operations?show=All", "operation-");
        await camera.TakeAsync(page, "admin-operations");
        await page.Locator("[data-testid^=operation-] a").First.ClickAsync();
        await page.GetByTestId("stage-log").WaitForAsync();
        await camera.TakeAsync(page, "admin-operation");
        await visit.OpenAsync("/admin/catalogue");
        await page.Locator(".table-note").First.WaitForAsync();
        await camera.TakeAsync(page, "admin-changes");
        await SeeAsync(visit, "/admin/catalogue?view=Images", "allow-");
        await camera.TakeAsync(page, "admin-allowlist");
    }

    private async Task OrganizationsAsync(Visit visit)
    {
        var page = visit.Page;
        await SeeAsync(visit, "/admin/organizations", "organization-row-");
        await camera.TakeAsync(page, "admin-organizations");
        await ChooseAsync(page, "limit-");
        await camera.TakeAsync(page, "admin-organizations-limits");
        await EscapeAsync(page);
        await ChooseAsync(page, "suspend-");
        await camera.TakeAsync(page, "admin-organizations-suspend");
        await page.GetByTestId("suspend-reason").FillAsync("The last two invoices are open. Pay them, and everything works again.");
        await page.GetByTestId("suspend-save").ClickAsync();
        await page.Locator("[data-testid^=resume-]").WaitForAsync();
        await camera.TakeAsync(page, "admin-organizations-suspended");
        await using var customer = await VisitAsync("Dmitri Other");
        await customer.Page.GetByTestId("standing").WaitForAsync();
        await camera.TakeAsync(customer.Page, "instances-suspended");
    }

    private static async Task ChooseAsync(IPage page, string action)
    {
        await page.Locator("[data-testid='organization-menu-dmitri@other.example'] button, button[data-testid='organization-menu-dmitri@other.example']").ClickAsync();
        await page.GetByTestId(action + "dmitri@other.example").ClickAsync();
        await page.GetByRole(AriaRole.Dialog).WaitForAsync();
    }

    private async Task ProviderDownAsync()
    {
        await using var visit = await VisitAsync("Ada Admin");
        await orderFault(new { kind = "status", status = 503, body = "{}" });
        await SeeAsync(visit, "/admin/providers", "account-row-");
        await visit.Page.Locator("[data-testid^=account-test-]").First.ClickAsync();
        await Expect(visit.Page.GetByTestId("account-row-error")).ToBeVisibleAsync(new() { Timeout = Visit.Patience });
        await camera.TakeAsync(visit.Page, "admin-providers-down");
    }
}
