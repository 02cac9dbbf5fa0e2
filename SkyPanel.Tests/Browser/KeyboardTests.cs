using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SkyPanel.Tests.Browser;

/// <summary>The wizard and the table without a mouse.</summary>
public sealed class KeyboardTests(LivePanel panel) : BrowserTests(panel)
{
    private const int MostTabs = 80;

    [Fact]
    public async Task Wizard_KeyboardOnly_MakesAMachineWhoseMenuOpensAndCloses()
    {
        var visit = await VisitAsync(OtherCustomer);
        var page = visit.Page;
        var name = NewName("keys");
        await visit.OpenAsync("/instances/create");

        await ChooseAsync(page, "provider");
        await NextAsync(page);
        await ChooseAsync(page, "plan");
        await ChooseAsync(page, "region");
        await NextAsync(page);
        await ChooseAsync(page, "image");
        await NextAsync(page);
        await TabToAsync(page, "#access-password");
        await page.Keyboard.PressAsync("Space");
        await NextAsync(page);
        await TabToAsync(page, "#name");
        await page.Keyboard.TypeAsync(name);
        await Expect(page.GetByTestId("submit")).ToBeEnabledAsync();
        await TabToAsync(page, "#submit");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByTestId("status").WaitForAsync();

        await visit.OpenAsync("/instances");
        var menu = page.GetByTestId($"row-menu-{name}");
        await menu.WaitForAsync();
        await TabToAsync(page, $"[data-testid='row-menu-{name}']");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByTestId("power-boot")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByTestId("power-boot")).ToHaveCountAsync(0);
        await Expect(menu).ToBeFocusedAsync();
    }

    private static async Task ChooseAsync(IPage page, string group)
    {
        await page.Locator($"input[name={group}]:enabled").First.WaitForAsync();
        await TabToAsync(page, $"input[name={group}]");
        await page.Keyboard.PressAsync("Space");
        await Expect(page.Locator($"input[name={group}]:checked")).ToHaveCountAsync(1);
    }

    private static async Task NextAsync(IPage page)
    {
        await Expect(page.GetByTestId("next")).ToBeEnabledAsync();
        await TabToAsync(page, "#next");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".wizard-title")).ToBeFocusedAsync();
    }

    private static async Task TabToAsync(IPage page, string selector)
    {
        for (var i = 0; i < MostTabs; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("x => document.activeElement.matches(x)", selector))
            {
                return;
            }
        }

        Assert.Fail($"{MostTabs} presses of Tab do not lead to {selector}.");
    }
}
