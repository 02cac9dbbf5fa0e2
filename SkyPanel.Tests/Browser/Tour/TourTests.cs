using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;
using SkyPanel.Simulator;

namespace SkyPanel.Tests.Browser.Tour;

/// <summary>
/// Not a test: scripts/screenshots.sh runs it to photograph every page in every state. It has a panel of its own, whose clouds can be told
/// to fail.
/// </summary>
public sealed class TourTests : IAsyncLifetime
{
    private const string FolderVariable = "SKYPANEL_SCREENSHOTS";
    private readonly WebApplication _clouds = SimulatorApplication.Create(["--urls", "http://127.0.0.1:0"]);
    private readonly LivePanel _panel = new();

    public async ValueTask InitializeAsync()
    {
        await _clouds.StartAsync(TestContext.Current.CancellationToken);
        _panel.Settings = ["Simulator:Enabled=false", $"ProviderEndpoint:BaseAddress={_clouds.Urls.First()}/"];
        await _panel.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _panel.DisposeAsync();
        await _clouds.DisposeAsync();
    }

    [FactOnRequest(FolderVariable)]
    public async Task Photograph_EveryPage()
    {
        var folder = Directory.CreateDirectory(Environment.GetEnvironmentVariable(FolderVariable)!);
        var tour = new Itinerary(_panel, new Camera(folder.FullName), OrderFaultAsync);
        await tour.AccountPagesAsync();
        await tour.CustomerPagesAsync();
        await tour.AdminPagesAsync();
        await tour.LostConnectionAsync();
    }

    private async Task OrderFaultAsync(object fault)
    {
        using var http = new HttpClient { BaseAddress = new Uri(_clouds.Urls.First()) };
        var answer = await http.PostAsJsonAsync("/_control/faults", fault, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
    }
}
