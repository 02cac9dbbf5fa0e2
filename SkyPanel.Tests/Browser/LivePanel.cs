using Microsoft.Playwright;
using SkyPanel.Tests.Support;

namespace SkyPanel.Tests.Browser;

/// <summary>One panel and one browser for all tests of this folder. They start with the first test, and end with the last.</summary>
public sealed class LivePanel : IAsyncLifetime
{
    private const string DebianChromium = "/usr/bin/chromium";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("skypanel-browser-");
    private PanelProcess? _process;
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private string? _lacking;

    internal Uri Address { get; private set; } = new("http://localhost");

    /// <summary>More arguments for the panel; before it is started.</summary>
    internal IReadOnlyList<string> Settings { get; set; } = [];

    internal PanelProcess Process => _process!;

    /// <summary>The simulator's state, which it keeps in a file.</summary>
    internal string SimulatorFile => Path.Combine(_folder.FullName, "simulator.json");

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        var path = new[] { DebianChromium, _playwright.Chromium.ExecutablePath }.FirstOrDefault(File.Exists);
        if (path is null)
        {
            _lacking = $"no browser: install Debian's chromium, or Playwright's own as {_playwright.Chromium.ExecutablePath}";
            return;
        }

        var browser = _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = path,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
        });
        _process = PanelProcess.Start(_folder.FullName, ["SignUp:MaxInstances=100", "SignUp:MaxVcpus=1000", "SignUp:MaxMonthly=100000", .. Settings]);
        Address = await _process.AddressAsync();
        _browser = await browser;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }

    /// <summary>A browser of its own: nobody is signed in. Skips the test where this machine has none.</summary>
    internal async Task<Visit> VisitAsync(BrowserNewContextOptions? options = null)
    {
        if (_lacking is not null)
        {
            Requirement.Skip(_lacking);
        }

        options ??= new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1280, Height = 900 } };
        options.BaseURL = Address.ToString();
        options.ReducedMotion = ReducedMotion.Reduce;
        return await Visit.StartAsync(await _browser!.NewContextAsync(options), Address);
    }
}

[CollectionDefinition]
public sealed class LivePanelCollection : ICollectionFixture<LivePanel>;
