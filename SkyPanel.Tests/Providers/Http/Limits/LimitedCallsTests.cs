using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Time.Testing;
using SkyPanel.Core.Providers;
using SkyPanel.Providers.DigitalOcean;
using SkyPanel.Providers.Http;
using SkyPanel.Providers.Http.Limits;
using SkyPanel.Providers.Linode;

namespace SkyPanel.Tests.Providers.Http.Limits;

public sealed class LimitedCallsTests
{
    private const string Running = """{"droplet":{"id":7,"status":"active"}}""";

    [Theory]
    [InlineData("POST", "linode/instances", "create: POST linode/instances")]
    [InlineData("GET", "images?page=1&page_size=500", "images: GET images")]
    [InlineData("GET", "images/linode%2Fdebian12", "general: GET images/{id}")]
    [InlineData("GET", "linode/stackscripts?page=2&page_size=500", "stackscripts: GET linode/stackscripts")]
    [InlineData("GET", "linode/instances?page=1&page_size=500", "lists: GET linode/instances")]
    [InlineData("POST", "linode/instances/123/boot", "general: POST linode/instances/{id}/boot")]
    public void LinodeRules_EachCall_CountsUnderOneLimitOfItsOperation(string method, string path, string expected)
        => Assert.Equal([expected], new RateBook(LinodeRateLimits.Rules).For(new ProviderRequest(new HttpMethod(method), path)).Select(x => x.Name));

    [Fact]
    public void DigitalOceanRules_EveryCall_CountsUnderBoth()
        => Assert.Equal(["minute", "hour"], new RateBook(DigitalOceanRateLimits.Rules).For(new ProviderRequest(HttpMethod.Delete, "droplets/7")).Select(x => x.Name));

    /// <summary>What is refused here, the vendor would have refused for as long as the call's time lasts.</summary>
    [Theory]
    [InlineData(30, 250)]
    [InlineData(120, 300)]
    public async Task Calls_MoreThanAMinuteTakes_AreRefusedOnlyWhereTimeDoesNotSuffice(int patience, int served)
    {
        var time = new FakeTimeProvider();
        using var wire = WireStub.Always(HttpStatusCode.OK, Running);
        await using var bench = new ProviderBench(wire, x => x.TotalTimeout = TimeSpan.FromSeconds(patience), time);
        var provider = bench.For(ProviderBench.DigitalOcean, Guid.NewGuid());

        var calls = Enumerable.Range(0, 300).Select(_ => ProviderBench.TryAsync(() => provider.GetInstanceAsync("7", ProviderBench.Cancellation))).ToList();
        await ProviderBench.PassUntilAsync(() => calls.TrueForAll(x => x.IsCompleted), time);
        var refused = (await Task.WhenAll(calls)).OfType<ProviderError>().ToList();

        Assert.Equal((served, 300 - served), (wire.Sent.Count, refused.Count));
        Assert.All(refused, x =>
        {
            Assert.Equal((ProviderErrorCode.RateLimited, true, ProviderOutcome.None), (x.Code, x.Retryable, x.Outcome));
            Assert.Contains("'minute'", x.AdminText, StringComparison.Ordinal);
            Assert.InRange(x.RetryAfter!.Value, TimeSpan.FromSeconds(patience), TimeSpan.FromMinutes(1));
        });
    }

    [Fact]
    public async Task Refusal_ForRate_HoldsTheNextCallsAsLongAsTheVendorSays()
    {
        var time = new FakeTimeProvider();
        using var wire = WireStub.InOrder(
            () => WireStub.Answer(HttpStatusCode.TooManyRequests, headers: ("Retry-After", "7")), () => WireStub.Json(Running));
        await using var bench = new ProviderBench(wire, time: time);
        var (account, began) = (Guid.NewGuid(), time.GetUtcNow());
        await Assert.ThrowsAsync<ProviderException>(() => bench.For(ProviderBench.DigitalOcean, account).BootAsync("7", ProviderBench.Cancellation));

        var next = bench.For(ProviderBench.DigitalOcean, account).GetInstanceAsync("7", ProviderBench.Cancellation);
        await ProviderBench.PassUntilAsync(() => next.IsCompleted, time);

        Assert.NotNull(await next);
        Assert.InRange(time.GetUtcNow() - began, TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(8));
    }

    [Fact]
    public async Task NoConnection_TakesNothingFromTheLimit()
    {
        var account = Guid.NewGuid();
        using var wire = new WireStub(_ => throw new HttpRequestException(HttpRequestError.ConnectionError, "refused", new SocketException()));
        await using var bench = new ProviderBench(wire, x => x.MaxRetries = 0);

        await Assert.ThrowsAsync<ProviderException>(() => bench.For(ProviderBench.DigitalOcean, account).GetInstanceAsync("7", ProviderBench.Cancellation));

        Assert.Equal([250, 5000], bench.HealthOf(account)!.Room.Select(x => x.Left));
    }

    [Fact]
    public async Task SomebodyElseUsesTheToken_HeadersAreTheTruth()
    {
        var account = Guid.NewGuid();
        using var wire = WireStub.Always(HttpStatusCode.OK, Running, headers: [("ratelimit-limit", "3000"), ("ratelimit-remaining", "12")]);
        await using var bench = new ProviderBench(wire);

        await bench.For(ProviderBench.DigitalOcean, account).GetInstanceAsync("7", ProviderBench.Cancellation);

        Assert.Equal([(250, 249), (3000, 12)], bench.HealthOf(account)!.Room.Select(x => (x.Permits, x.Left)));
    }

    [Fact]
    public async Task Settings_OtherLimits_ReplaceThePublishedOnes()
    {
        var account = Guid.NewGuid();
        using var wire = WireStub.Always(HttpStatusCode.OK, Running);
        await using var bench = new ProviderBench(wire, x => x.RateLimits["digitalocean"] = new(StringComparer.Ordinal) { ["minute"] = new() { Permits = 100 } });

        await bench.For(ProviderBench.DigitalOcean, account).GetInstanceAsync("7", ProviderBench.Cancellation);

        Assert.Equal([100, 5000], bench.HealthOf(account)!.Room.Select(x => x.Permits));
    }
}
