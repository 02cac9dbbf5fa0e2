using System.Globalization;
using System.Net;

namespace SkyPanel.Tests.Simulator;

public sealed class LinodeRateTests : IAsyncLifetime
{
    private SimulatorHost _simulator = null!;

    public async ValueTask InitializeAsync() => _simulator = await SimulatorHost.StartAsync();

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    [Theory]
    [InlineData("POST", "/v4/linode/instances", 20, 15)]
    [InlineData("GET", "/v4/images", 20, 60)]
    [InlineData("GET", "/v4/linode/stackscripts", 60, 60)]
    [InlineData("GET", "/v4/linode/instances", 200, 60)]
    [InlineData("GET", "/v4/account/events", 200, 60)]
    public async Task Operation_AboveItsLimit_IsRefusedUntilTheWindowIsOver(string method, string path, int limit, int seconds)
    {
        for (var request = 0; request < limit; request++)
        {
            Assert.NotEqual(HttpStatusCode.TooManyRequests, (await _simulator.AskAsync(method, path)).Status);
        }

        _simulator.Pass(1);
        var refused = await _simulator.AskAsync(method, path);
        _simulator.Pass(seconds - 1);
        var later = await _simulator.AskAsync(method, path);

        Assert.Equal((HttpStatusCode.TooManyRequests, "Too many requests"), (refused.Status, refused.TextAt("errors.0.reason")));
        Assert.Equal((seconds - 1).ToString(CultureInfo.InvariantCulture), Header(refused, "Retry-After"));
        Assert.Equal("0", Header(refused, "X-RateLimit-Remaining"));
        Assert.NotEqual(HttpStatusCode.TooManyRequests, later.Status);
        Assert.Equal((limit - 1).ToString(CultureInfo.InvariantCulture), Header(later, "X-RateLimit-Remaining"));
    }

    [Fact]
    public async Task Reset_IsTheEndOfTheWindowInEpochSeconds()
    {
        var end = _simulator.Time.GetUtcNow().AddSeconds(60).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        await _simulator.GetAsync("/v4/images");
        _simulator.Pass(20);

        Assert.Equal(end, Header(await _simulator.GetAsync("/v4/images"), "X-RateLimit-Reset"));
    }

    [Fact]
    public async Task Window_BelongsToOneTokenAndOneOperationUnderBothPrefixes()
    {
        for (var request = 0; request < 20; request++)
        {
            await _simulator.GetAsync(request % 2 == 0 ? "/v4/images" : "/v4beta/images");
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await _simulator.GetAsync("/v4/images")).Status);
        Assert.Equal(HttpStatusCode.OK, (await _simulator.GetAsync("/v4/images", token: "two")).Status);
        Assert.Equal(HttpStatusCode.OK, (await _simulator.GetAsync("/v4/images", token: "")).Status);
        Assert.Equal(HttpStatusCode.OK, (await _simulator.GetAsync("/v4/regions")).Status);
    }

    [Fact]
    public async Task Unauthorized_CarriesNoRateHeaders()
        => Assert.False((await _simulator.GetAsync("/v4/profile", token: "invalid")).Message.Headers.Contains("X-RateLimit-Limit"));

    [Fact]
    public async Task Limits_SetForOneToken_AreItsOwn()
    {
        await _simulator.PutAsync("/_control/limits", """{"vendor":"linode","token":"slow","bucket":"general","limit":1,"seconds":30}""");
        await _simulator.GetAsync("/v4/profile", token: "slow");

        var refused = await _simulator.GetAsync("/v4/profile", token: "slow");

        Assert.Equal((HttpStatusCode.TooManyRequests, "30", "1"), (refused.Status, Header(refused, "Retry-After"), Header(refused, "X-RateLimit-Limit")));
        Assert.Equal("1599", Header(await _simulator.GetAsync("/v4/profile"), "X-RateLimit-Remaining"));
        await _simulator.DeleteAsync("/_control/limits");
        Assert.Equal("1599", Header(await _simulator.GetAsync("/v4/profile", token: "slow"), "X-RateLimit-Remaining"));
    }

    [Fact]
    public async Task Limits_SwitchedOff_RefuseNothing()
    {
        var shown = await _simulator.PutAsync("/_control/limits", """{"enabled":false}""");

        for (var request = 0; request < 25; request++)
        {
            Assert.Equal(HttpStatusCode.OK, (await _simulator.GetAsync("/v4/images")).Status);
        }

        Assert.False(shown.At("enforced").GetBoolean());
        Assert.Equal(20, shown.At("published.linode.create.limit").GetInt32());
    }

    [Fact]
    public async Task Limits_SwitchedOffByTheCommandLine_CanBeOrderedForOneToken()
    {
        await using var free = await SimulatorHost.StartAsync("--no-rate-limits");
        await free.PutAsync("/_control/limits", """{"token":"slow","enabled":true,"limit":0}""");

        Assert.Equal(HttpStatusCode.TooManyRequests, (await free.GetAsync("/v4/profile", token: "slow")).Status);
        for (var request = 0; request < 21; request++)
        {
            Assert.Equal(HttpStatusCode.OK, (await free.GetAsync("/v4/images")).Status);
        }
    }

    [Theory]
    [InlineData("""{"vendor":"acme","limit":1}""")]
    [InlineData("""{"limit":-1}""")]
    [InlineData("""{"seconds":0}""")]
    [InlineData("""{"token":"one"}""")]
    public async Task Limits_ThatCannotBe_AreRefused(string body)
        => Assert.Equal(HttpStatusCode.BadRequest, (await _simulator.PutAsync("/_control/limits", body)).Status);

    private static string Header(Reply reply, string name) => reply.Message.Headers.GetValues(name).Single();
}
