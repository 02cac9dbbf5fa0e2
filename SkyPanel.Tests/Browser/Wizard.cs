using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SkyPanel.Tests.Browser;

/// <summary>Walks through the wizard, taking the first of everything that can be had.</summary>
internal sealed class Wizard(Visit visit)
{
    private readonly IPage _page = visit.Page;

    public ILocator Providers => _page.GetByTestId(Starting("provider-"));

    public ILocator Submit => _page.GetByTestId("submit");

    /// <summary>Opens it by its link in the navigation's first page, without loading anything anew.</summary>
    public async Task EnterAsync()
    {
        await _page.GetByRole(AriaRole.Link, new() { Name = "Instances" }).First.ClickAsync();
        await _page.GetByTestId("create").ClickAsync();
        await _page.WaitForURLAsync("**/instances/create*");
    }

    /// <summary>From the first step to the last, where only the submission is missing.</summary>
    public async Task FillAsync(string name, int provider = 0)
    {
        await Providers.Nth(provider).ClickAsync();
        await NextAsync();
        await FirstAsync("plan-");
        await FirstAsync("region-");
        await NextAsync();
        await FirstAsync("image-");
        await NextAsync();
        await _page.GetByTestId("access-password").ClickAsync();
        await NextAsync();
        await _page.GetByTestId("name").FillAsync(name);
        await _page.GetByTestId("name").BlurAsync();

        // The address then holds everything, and can be gone back to.
        await Expect(_page).ToHaveURLAsync(new Regex($"name={name}", RegexOptions.None, TimeSpan.FromSeconds(1)), new() { Timeout = Visit.Patience });
    }

    /// <summary>Makes one machine, and ends on its page.</summary>
    public async Task CreateAsync(string name, int provider = 0)
    {
        await EnterAsync();
        await FillAsync(name, provider);
        await Submit.ClickAsync();
        await _page.GetByTestId("status").WaitForAsync();
    }

    public Task NextAsync() => _page.GetByTestId("next").ClickAsync();

    private static Regex Starting(string text) => new($"^{text}", RegexOptions.None, TimeSpan.FromSeconds(1));

    private Task FirstAsync(string start) =>
        _page.GetByTestId(Starting(start)).Filter(new() { Has = _page.Locator("input:enabled") }).First.ClickAsync();
}
