using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SkyPanel.Tests.Browser;

/// <summary>What the panel is for.</summary>
public sealed class CreateVpsTests(LivePanel panel) : BrowserTests(panel)
{
    [Fact]
    public async Task Create_AtEachProvider_BecomesRunningInTheOpenTable()
    {
        var visit = await VisitAsync(Customer);
        var wizard = new Wizard(visit);
        await visit.Page.EvaluateAsync("() => { window.neverLeft = true; }");
        await wizard.EnterAsync();
        await Expect(wizard.Providers).Not.ToHaveCountAsync(0);
        var names = Enumerable.Range(0, await wizard.Providers.CountAsync()).Select(_ => NewName("each")).ToList();
        foreach (var (number, name) in names.Index())
        {
            await wizard.CreateAsync(name, number);
        }

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Instances" }).First.ClickAsync();

        await Expect(visit.Page.GetByTestId($"row-{names[^1]}")).Not.ToContainTextAsync("Running");
        foreach (var name in names)
        {
            await Expect(visit.Page.GetByTestId($"row-{name}")).ToContainTextAsync("Running", new() { Timeout = Visit.Patience });
        }

        Assert.True(names.Count > 1, "The demo sells at one provider only.");
        Assert.True(await visit.Page.EvaluateAsync<bool>("() => window.neverLeft === true"), "The page was loaded anew.");
    }
}
