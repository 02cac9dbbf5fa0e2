using System.Net;
using Microsoft.Extensions.Time.Testing;
using SkyPanel.Core.Providers;

namespace SkyPanel.Tests.Providers.Http;

public sealed class HealthTests
{
    private static readonly Guid Account = Guid.NewGuid();

    [Fact]
    public async Task Of_NeverCalled_IsNull()
    {
        await using var bench = new ProviderBench(WireStub.Always(HttpStatusCode.OK));
        bench.For(ProviderBench.Linode, Guid.NewGuid());

        Assert.Null(bench.HealthOf(Guid.NewGuid()));
    }

    [Fact]
    public async Task Of_SomeFailed_TellsShareLatencyAndLastSuccess()
    {
        var time = new FakeTimeProvider();
        var status = HttpStatusCode.OK;
        using var wire = new WireStub(_ =>
        {
            time.Advance(TimeSpan.FromMilliseconds(300));
            return WireStub.Answer(status, """{"id":7,"status":"running"}""");
        });
        await using var bench = new ProviderBench(wire, x => x.MaxRetries = 0, time);
        var provider = bench.For(ProviderBench.Linode, Account);
        await CallAsync(provider, 3);
        var lastSuccess = time.GetUtcNow();

        status = HttpStatusCode.BadGateway;
        await CallAsync(provider, 1);

        var health = bench.HealthOf(Account)!;
        Assert.Equal((lastSuccess, TimeSpan.FromMilliseconds(300), 4, 0.25), (health.LastSuccessAt, health.MedianLatency, health.Tries, health.ErrorShare));
        Assert.Equal(ProviderBreakerState.Closed, health.Breaker);
    }

    [Fact]
    public async Task Of_ARefusal_IsASoundAnswer()
    {
        await using var bench = new ProviderBench(WireStub.Always(HttpStatusCode.Unauthorized));

        await CallAsync(bench.For(ProviderBench.Linode, Account), 1);

        Assert.Equal((1, 0), (bench.HealthOf(Account)!.Tries, bench.HealthOf(Account)!.ErrorShare));
    }

    [Fact]
    public async Task Of_LongAgo_IsForgottenButTheLastSuccess()
    {
        var time = new FakeTimeProvider();
        await using var bench = new ProviderBench(WireStub.Always(HttpStatusCode.OK, """{"id":7}"""), time: time);
        await CallAsync(bench.For(ProviderBench.Linode, Account), 1);

        time.Advance(TimeSpan.FromMinutes(6));

        Assert.Equal((0, null, true), (bench.HealthOf(Account)!.Tries, bench.HealthOf(Account)!.MedianLatency, bench.HealthOf(Account)!.LastSuccessAt is not null));
    }

    [Fact]
    public async Task Of_BreakerOpenThenTrying_IsTold()
    {
        var time = new FakeTimeProvider();
        var hold = new TaskCompletionSource();
        var down = true;
        using var wire = new WireStub(async (_, _) =>
        {
            await (down ? Task.CompletedTask : hold.Task);
            return WireStub.Answer(down ? HttpStatusCode.InternalServerError : HttpStatusCode.OK, """{"id":7}""");
        });
        await using var bench = new ProviderBench(wire, x => (x.MaxRetries, x.BreakerMinimumCalls) = (0, 4), time);
        var provider = bench.For(ProviderBench.Linode, Account);
        await CallAsync(provider, 6);
        Assert.Equal((ProviderBreakerState.Open, 4), (bench.HealthOf(Account)!.Breaker, bench.HealthOf(Account)!.Tries));

        down = false;
        time.Advance(TimeSpan.FromSeconds(6));
        var trying = CallAsync(provider, 1);
        Assert.Equal((ProviderBreakerState.Trying, 1), (bench.HealthOf(Account)!.Breaker, bench.HealthOf(Account)!.InFlight));

        hold.SetResult();
        await trying;
        Assert.Equal(ProviderBreakerState.Closed, bench.HealthOf(Account)!.Breaker);
    }

    private static async Task CallAsync(IProviderService provider, int times)
    {
        for (var i = 0; i < times; i++)
        {
            await Record.ExceptionAsync(() => provider.GetInstanceAsync("7", ProviderBench.Cancellation));
        }
    }
}
