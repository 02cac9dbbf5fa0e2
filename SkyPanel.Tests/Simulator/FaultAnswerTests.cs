using System.Net;
using System.Text.Json;

namespace SkyPanel.Tests.Simulator;

/// <summary>Faults that answer in the vendor's place.</summary>
public sealed class FaultAnswerTests : IAsyncLifetime
{
    private const string Linode = "/v4/linode/instances";
    private const string DigitalOcean = "/v2/droplets";
    private const string LinodeOrder = """{"type":"g6-nanode-1","region":"us-east","label":"struck"}""";
    private const string DropletOrder = """{"name":"a","size":"s-1vcpu-1gb","region":"nyc3","image":"debian-13-x64"}""";
    private SimulatorHost _simulator = null!;

    public async ValueTask InitializeAsync() => _simulator = await SimulatorHost.StartAsync();

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    [Theory]
    [InlineData("timeout-408", Linode, 408, "Please try again")]
    [InlineData("timeout-408", DigitalOcean, 408, "request_timeout")]
    [InlineData("rate-limited", Linode, 429, "Too many requests")]
    [InlineData("rate-limited", DigitalOcean, 429, "API rate limit exceeded.")]
    [InlineData("error-500", Linode, 500, "Internal Server Error")]
    [InlineData("error-500", DigitalOcean, 500, "server_error")]
    [InlineData("error-502", Linode, 502, "<h1>502 Bad Gateway</h1>")]
    [InlineData("error-503", DigitalOcean, 503, "service_unavailable")]
    [InlineData("error-504", DigitalOcean, 504, "<h1>504 Gateway Time-out</h1>")]
    [InlineData("maintenance", Linode, 503, "maintenance")]
    [InlineData("html", Linode, 400, "<center>nginx</center>")]
    [InlineData("sold-out", Linode, 400, "\"field\":\"type\"")]
    [InlineData("sold-out", DigitalOcean, 422, "available_regions")]
    [InlineData("quota", Linode, 400, "Account Limit reached. Please open a support ticket.")]
    [InlineData("quota", DigitalOcean, 422, "will exceed your droplet limit")]
    public async Task Kind_AtACreate_AnswersInTheVendorsWordsAndMakesNothing(string kind, string path, int status, string text)
    {
        await OrderAsync($$"""{"kind":"{{kind}}","method":"POST","count":1}""");

        var struck = await _simulator.PostAsync(path, OrderFor(path));

        Assert.Equal(status, (int)struck.Status);
        Assert.Contains(text, await struck.Message.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync(path));
        Assert.True((await _simulator.PostAsync(path, OrderFor(path))).Message.IsSuccessStatusCode);
    }

    [Theory]
    [InlineData("rate-limited", "30")]
    [InlineData("rate-limited-negative", "-1509450059")]
    [InlineData("rate-limited-huge", "4294967295")]
    [InlineData("rate-limited-bare", null)]
    public async Task RateLimited_TellsWhenToComeBackOrNonsense(string kind, string? retryAfter)
    {
        await OrderAsync($$"""{"kind":"{{kind}}"}""");

        foreach (var path in new[] { Linode, DigitalOcean })
        {
            var struck = await _simulator.GetAsync(path);

            Assert.Equal(HttpStatusCode.TooManyRequests, struck.Status);
            Assert.Equal(retryAfter, struck.Message.Headers.TryGetValues("Retry-After", out var values) ? values.Single() : null);
        }
    }

    [Fact]
    public async Task Maintenance_CarriesItsHeader()
    {
        await OrderAsync("""{"kind":"maintenance"}""");

        Assert.Equal("on", (await _simulator.GetAsync(Linode)).Message.Headers.GetValues("X-Maintenance-Mode").Single());
    }

    [Fact]
    public async Task Html_ComesFromNginxAsHtml()
    {
        await OrderAsync("""{"kind":"html"}""");

        var struck = await _simulator.PostAsync(Linode, LinodeOrder);

        Assert.Equal(("text/html", "nginx"), (struck.Message.Content.Headers.ContentType?.MediaType, struck.Message.Headers.Server.ToString()));
    }

    [Theory]
    [InlineData("error-502")]
    [InlineData("html")]
    [InlineData("timeout-408")]
    public async Task Kind_After_HasItsEffectAllTheSame(string kind)
    {
        await OrderAsync($$"""{"kind":"{{kind}}","method":"POST","count":1,"after":true}""");

        Assert.False((await _simulator.PostAsync(DigitalOcean, DropletOrder)).Message.IsSuccessStatusCode);

        Assert.Equal(1, await CountAsync(DigitalOcean));
    }

    [Fact]
    public async Task Kind_WithItsPartsReplaced_AnswersWithThem()
    {
        await OrderAsync("""{"kind":"rate-limited-huge","status":503,"body":{"errors":[{"reason":"not now"}]},"headers":{"retry-after":"7"}}""");

        var struck = await _simulator.GetAsync(Linode);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "not now"), (struck.Status, struck.TextAt("errors.0.reason")));
        Assert.Equal("7", struck.Message.Headers.GetValues("Retry-After").Single());
    }

    [Theory]
    [InlineData("sold-out")]
    [InlineData("quota")]
    public async Task Kind_OfCreates_SparesAllElse(string kind)
    {
        await OrderAsync($$"""{"kind":"{{kind}}"}""");

        Assert.Equal(HttpStatusCode.OK, (await _simulator.GetAsync(Linode)).Status);
        Assert.Equal(HttpStatusCode.OK, (await _simulator.PostAsync("/v4/profile/sshkeys", """{"label":"k","ssh_key":"ssh-ed25519 QUJDRA== me"}""")).Status);
    }

    private static string OrderFor(string path) => path == Linode ? LinodeOrder : DropletOrder;

    private async Task OrderAsync(string fault) => Assert.Equal(HttpStatusCode.Created, (await _simulator.PostAsync("/_control/faults", fault)).Status);

    private async Task<int> CountAsync(string path)
    {
        var list = await _simulator.GetAsync(path);
        return (list.Body.TryGetProperty("results", out JsonElement results) ? results : list.At("meta.total")).GetInt32();
    }
}
