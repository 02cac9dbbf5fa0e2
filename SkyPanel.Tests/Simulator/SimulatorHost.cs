using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SkyPanel.Simulator;

namespace SkyPanel.Tests.Simulator;

/// <summary>What a request was answered; the body is undefined where there was none.</summary>
internal sealed record Reply(HttpStatusCode Status, JsonElement Body, HttpResponseMessage Message)
{
    public string Text => Body.GetRawText();

    /// <summary>The value at a path such as <c>data.0.label</c>.</summary>
    public JsonElement At(string path) => path.Split('.').Aggregate(Body, (element, step)
        => element.ValueKind == JsonValueKind.Array ? element[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)] : element.GetProperty(step));

    public string? TextAt(string path) => At(path).ToString();
}

/// <summary>A simulator in this process on a free port, with a clock that the test moves.</summary>
internal sealed class SimulatorHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SimulatorHost(WebApplication app, FakeTimeProvider time)
    {
        _app = app;
        Time = time;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public FakeTimeProvider Time { get; }

    public HttpClient Client { get; }

    public Uri Address => Client.BaseAddress!;

    /// <summary>What it serves, as "METHOD /path/{template}".</summary>
    public IEnumerable<string> Endpoints => _app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []).Select(method => $"{method} {endpoint.RoutePattern.RawText}"));

    public static Task<SimulatorHost> StartAsync(params string[] args)
        => StartAsync(new FakeTimeProvider(new DateTimeOffset(2026, 9, 1, 12, 0, 0, TimeSpan.Zero)), clock: null, args);

    /// <summary>With the real clock, for what is measured by a stranger's program.</summary>
    public static Task<SimulatorHost> StartInRealTimeAsync(params string[] args) => StartAsync(new FakeTimeProvider(), TimeProvider.System, args);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }

    public void Pass(double seconds) => Time.Advance(TimeSpan.FromSeconds(seconds));

    public Task<Reply> GetAsync(string path, string token = "one", string? filter = null) => SendAsync(HttpMethod.Get, path, body: null, token, filter);

    public Task<Reply> PostAsync(string path, string body = "", string token = "one") => SendAsync(HttpMethod.Post, path, body, token);

    public Task<Reply> PutAsync(string path, string body, string token = "one") => SendAsync(HttpMethod.Put, path, body, token);

    /// <summary>With a body only where the method carries one.</summary>
    public Task<Reply> AskAsync(string method, string path, string? body = null, string token = "one", string? filter = null)
        => SendAsync(new HttpMethod(method), path, method == "GET" ? null : body ?? "{}", token, filter);

    public Task<Reply> DeleteAsync(string path, string token = "one") => SendAsync(HttpMethod.Delete, path, body: null, token);

    public async Task<Reply> SendAsync(HttpMethod method, string path, string? body, string token, string? filter = null, CancellationToken cancellationToken = default)
    {
        // As a string and not resolved against the base: escaped slashes have to arrive as they are.
        using var request = new HttpRequestMessage(method, new Uri(Address.ToString().TrimEnd('/') + path));
        if (token.Length > 0)
        {
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
        }

        if (filter is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Filter", filter);
        }

        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, TestContext.Current.CancellationToken);
        var response = await Client.SendAsync(request, linked.Token);
        var text = await response.Content.ReadAsStringAsync(linked.Token);
        return new Reply(response.StatusCode, text.StartsWith('{') || text.StartsWith('[') ? JsonSerializer.Deserialize<JsonElement>(text) : default, response);
    }

    private static async Task<SimulatorHost> StartAsync(FakeTimeProvider fake, TimeProvider? clock, string[] args)
    {
        var app = SimulatorApplication.Create(["--urls", "http://127.0.0.1:0", .. args], clock ?? fake);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new SimulatorHost(app, fake);
    }
}
