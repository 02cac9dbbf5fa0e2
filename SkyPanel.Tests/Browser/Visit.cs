using System.Collections.Concurrent;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SkyPanel.Tests.Browser;

/// <summary>Someone at a browser, of whose pages everything untoward is written down.</summary>
internal sealed class Visit : IAsyncDisposable
{
    /// <summary>For what the panel does by itself: a machine needs some ten seconds, on a busy computer more.</summary>
    public const float Patience = 60_000;

    // A violation that only a report would show.
    private const string ReportViolations =
        "document.addEventListener('securitypolicyviolation', x => console.error(`CSP: ${x.violatedDirective} ${x.blockedURI}`))";

    private readonly ConcurrentQueue<string> _faults = new();
    private readonly IBrowserContext _context;
    private readonly Uri _panel;

    private Visit(IBrowserContext context, Uri panel) => (_context, _panel) = (context, panel);

    public IPage Page { get; private set; } = default!;

    /// <summary>Requests to elsewhere, errors in the console, refusals of the content security policy, and scripts that failed.</summary>
    public IReadOnlyCollection<string> Faults => _faults;

    public static async Task<Visit> StartAsync(IBrowserContext context, Uri panel)
    {
        var visit = new Visit(context, panel);
        context.SetDefaultTimeout(Patience / 2);
        await context.AddInitScriptAsync(ReportViolations);
        context.Request += (_, x) => visit.NoteForeign(x.Url);
        context.Console += (_, x) => visit.Note(x.Type is "error", x.Text);
        context.WebError += (_, x) => visit.Note(fault: true, x.Error);
        visit.Page = await context.NewPageAsync();
        return visit;
    }

    /// <summary>By the demo's buttons.</summary>
    public async Task SignInAsync(string name)
    {
        await Page.GotoAsync("/account/sign-in");
        await Page.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();
        await BeAliveAsync();
    }

    public async Task OpenAsync(string path)
    {
        await Page.GotoAsync(path);
        await BeAliveAsync();
    }

    /// <summary>Until the page acts on clicks: what is seen first is only its picture.</summary>
    public Task BeAliveAsync() =>
        Expect(Page.Locator("[data-interactive=true]")).ToHaveCountAsync(1, new() { Timeout = Patience });

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private void NoteForeign(string url)
    {
        var address = new Uri(url);
        Note(address.Scheme is not ("data" or "blob") && address.Authority != _panel.Authority, $"asked for {url}");
    }

    private void Note(bool fault, string text)
    {
        if (fault)
        {
            _faults.Enqueue($"{Page?.Url}: {text}");
        }
    }
}
