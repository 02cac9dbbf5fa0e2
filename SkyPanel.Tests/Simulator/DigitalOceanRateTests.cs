using System.Globalization;
using System.Net;

namespace SkyPanel.Tests.Simulator;

public sealed class DigitalOceanRateTests : IAsyncLifetime
{
    private SimulatorHost _simulator = null!;

    public async ValueTask InitializeAsync() => _simulator = await SimulatorHost.StartAsync();

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    [Fact]
    public async Task Burst_Above250AMinute_IsRefusedWithRetryAfterAndDoesNotCountForTheHour()
    {
        await AskAsync(100);
        _simulator.Pass(20);
        await AskAsync(150);

        var refused = await _simulator.GetAsync("/v2/account");
        _simulator.Pass(40);
        var later = await _simulator.GetAsync("/v2/account");

        Assert.Equal((HttpStatusCode.TooManyRequests, "too_many_requests"), (refused.Status, refused.TextAt("id")));
        Assert.Equal("API rate limit exceeded.", refused.TextAt("message"));
        Assert.Equal("40", Header(refused, "retry-after"));
        Assert.Equal((HttpStatusCode.OK, "4749"), (later.Status, Header(later, "ratelimit-remaining")));
    }

    [Fact]
    public async Task Hour_UsedUp_IsRefusedWithoutRetryAfterUntilTheOldestExpires()
    {
        await _simulator.PutAsync("/_control/limits", """{"vendor":"digitalocean","bucket":"hourly","limit":3}""");
        var oldest = _simulator.Time.GetUtcNow();
        await AskAsync(1);
        _simulator.Pass(600);
        await AskAsync(2);

        var refused = await _simulator.GetAsync("/v2/account");
        _simulator.Pass(3000);
        var later = await _simulator.GetAsync("/v2/account");
        var again = await _simulator.GetAsync("/v2/account");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.False(refused.Message.Headers.Contains("retry-after"));
        Assert.Equal(oldest.AddHours(1).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), Header(refused, "ratelimit-reset"));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.TooManyRequests), (later.Status, again.Status));
    }

    [Fact]
    public async Task Token_Unknown_SeesNoRateHeaders()
        => Assert.False((await _simulator.GetAsync("/v2/account", token: "invalid")).Message.Headers.Contains("ratelimit-limit"));

    private static string Header(Reply reply, string name) => reply.Message.Headers.GetValues(name).Single();

    private async Task AskAsync(int times)
    {
        for (var request = 0; request < times; request++)
        {
            Assert.Equal(HttpStatusCode.OK, (await _simulator.GetAsync("/v2/account")).Status);
        }
    }
}
