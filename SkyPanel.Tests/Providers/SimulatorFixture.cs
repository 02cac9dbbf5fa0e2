using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SkyPanel.Core.Providers;
using SkyPanel.Providers;
using SkyPanel.Providers.Http;
using SkyPanel.Simulator;

namespace SkyPanel.Tests.Providers;

/// <summary>The vendors over real HTTP in this process, with a clock that the tests move, and the adapters as the product registers them.</summary>
public sealed class SimulatorFixture : IAsyncLifetime
{
    private readonly WebApplication _simulator;
    private readonly ServiceProvider _services;
    private HttpClient? _control;

    public SimulatorFixture()
    {
        _simulator = SimulatorApplication.Create(["--urls", "http://127.0.0.1:0", "--tag-delay-seconds", "2"], Clock);
        var services = new ServiceCollection().AddProviders();
        services.Configure<ProviderHttpOptions>(x => x.RetryDelay = TimeSpan.FromMilliseconds(10));
        _services = services.BuildServiceProvider();
    }

    /// <summary>The vendors' clock; the adapters wait in real time.</summary>
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 9, 1, 12, 0, 0, TimeSpan.Zero));

    public Uri Address => new(_simulator.Urls.First());

    public async ValueTask InitializeAsync()
    {
        await _simulator.StartAsync(TestContext.Current.CancellationToken);
        _control = new HttpClient { BaseAddress = new Uri(Address, "/_control/") };
    }

    public async ValueTask DisposeAsync()
    {
        _control?.Dispose();
        await _services.DisposeAsync();
        await _simulator.DisposeAsync();
    }

    public IProviderService Provider(ProviderType type, string token)
        => _services.GetRequiredService<IProviderFactory>().Create(new ProviderConnection(Guid.NewGuid(), type, token, Address));

    /// <summary>Nothing of an earlier test is left: machines, faults, requests.</summary>
    public Task ResetAsync() => SendAsync(HttpMethod.Post, "reset", new { });

    public Task FaultAsync(object fault) => SendAsync(HttpMethod.Post, "faults", fault);

    public Task SeedAsync(object seed) => SendAsync(HttpMethod.Post, "machines", seed);

    public Task ChangeAsync(ProviderType vendor, string id, object change) => SendAsync(HttpMethod.Put, $"machines/{vendor}/{id}", change);

    /// <summary>What the vendors were asked since the reset, as "METHOD path".</summary>
    public async Task<IReadOnlyList<string>> RequestsAsync()
    {
        var log = await _control!.GetFromJsonAsync<JsonElement>("requests", TestContext.Current.CancellationToken);
        return [.. log.GetProperty("requests").EnumerateArray().Select(x => $"{x.GetProperty("method").GetString()} {x.GetProperty("path").GetString()}")];
    }

    private async Task SendAsync(HttpMethod method, string path, object body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) };
        using var response = await _control!.SendAsync(request, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
    }
}
