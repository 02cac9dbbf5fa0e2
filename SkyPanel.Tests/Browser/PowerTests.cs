using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SkyPanel.Tests.Browser;

/// <summary>What can be done to a machine from its page.</summary>
public sealed class PowerTests(LivePanel panel) : BrowserTests(panel)
{
    [Fact]
    public async Task Power_ShutDownBootRebootDelete_EachIsSeenThrough()
    {
        var visit = await VisitAsync(OtherCustomer);
        var name = NewName("power");
        await new Wizard(visit).CreateAsync(name);
        await BeAsync(visit.Page, "Running");

        await PressAsync(visit.Page, "power-shutdown");
        await BeAsync(visit.Page, "Off");
        await PressAsync(visit.Page, "power-boot");
        await BeAsync(visit.Page, "Running");
        await PressAsync(visit.Page, "power-reboot");
        await Expect(visit.Page.GetByTestId("activity")).ToContainTextAsync("Rebooted", new() { Timeout = Visit.Patience });
        await BeAsync(visit.Page, "Running");

        await DeleteAsync(visit.Page, name);

        // The row turns to Deleted in place, or is not there any more when the list is read after the delete was done.
        var row = visit.Page.GetByTestId($"row-{name}");
        await Expect(row.Filter(new() { HasNotText = "Deleted" })).ToHaveCountAsync(0, new() { Timeout = Visit.Patience });
        await visit.OpenAsync("/instances");
        await Expect(visit.Page.GetByTestId("instances")).ToBeVisibleAsync();
        await Expect(visit.Page.GetByTestId($"row-{name}")).ToHaveCountAsync(0);
    }

    private static Task BeAsync(IPage page, string status) =>
        Expect(page.GetByTestId("status")).ToHaveTextAsync(status, new() { Timeout = Visit.Patience });

    private static async Task PressAsync(IPage page, string action)
    {
        await page.GetByTestId("power-menu").ClickAsync();
        await page.GetByTestId(action).ClickAsync();
    }

    private static async Task DeleteAsync(IPage page, string name)
    {
        await page.GetByTestId("delete").ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        var confirm = dialog.GetByRole(AriaRole.Button, new() { Name = "Delete VPS" });
        await dialog.GetByRole(AriaRole.Textbox).FillAsync(name[..^1]);
        await Expect(confirm).ToBeDisabledAsync();
        await dialog.GetByRole(AriaRole.Textbox).FillAsync(name);
        await confirm.ClickAsync();
        await page.WaitForURLAsync("**/instances");
    }
}
