using System.Net;
using Microsoft.Extensions.Time.Testing;
using SkyPanel.Core.Providers;

namespace SkyPanel.Tests.Providers.Http;

/// <summary>What a vendor's bad minutes do to it, and to the accounts that have nothing to do with it.</summary>
public sealed class OutageTests
{
    private const string Running = """{"id":7,"status":"running"}""";

    [Fact]
    public async Task AMinuteOfServerErrors_AddsNoTrafficAndIsOverSoonAfter()
    {
        var time = new FakeTimeProvider();
        var down = true;
        using var wire = new WireStub(_ => down ? WireStub.Answer(HttpStatusCode.InternalServerError) : WireStub.Json(Running));
        await using var bench = new ProviderBench(wire, x => x.RetryDelay = TimeSpan.FromMilliseconds(500), time);
        var provider = bench.For(ProviderBench.Linode, Guid.NewGuid());
        const int CallsASecond = 5;

        var calls = new List<Task>();
        for (var second = 0; second < 60; second++)
        {
            calls.AddRange(Enumerable.Range(0, CallsASecond).Select(_ => (Task)ProviderBench.TryAsync(() => provider.GetInstanceAsync("7", ProviderBench.Cancellation))));
            await ProviderBench.PassAsync(TimeSpan.FromSeconds(1), time);
        }

        await ProviderBench.PassUntilAsync(() => calls.TrueForAll(x => x.IsCompleted), time);
        var upstream = wire.Sent.Count;
        var healed = time.GetUtcNow();
        down = false;
        while (await ProviderBench.TryAsync(() => provider.GetInstanceAsync("7", ProviderBench.Cancellation)) is not null)
        {
            await ProviderBench.PassAsync(TimeSpan.FromSeconds(1), time);
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{calls.Count} calls, {upstream} upstream, recovered after {time.GetUtcNow() - healed}");
        Assert.InRange(upstream, 1, calls.Count * 1.1);
        Assert.InRange(time.GetUtcNow() - healed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task OneAccountHangs_OthersAreServedAtOnceAndItsCallsAreBounded()
    {
        var time = new FakeTimeProvider();
        using var wire = new WireStub(async (x, cancellation) =>
        {
            if (x.Headers["Authorization"].EndsWith(" token-a", StringComparison.Ordinal))
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, time, cancellation);
            }

            return WireStub.Json(Running);
        });
        await using var bench = new ProviderBench(wire, time: time);
        var (a, began) = (Guid.NewGuid(), time.GetUtcNow());
        var hanging = Enumerable.Range(0, 500)
            .Select(_ => ProviderBench.TryAsync(() => bench.For(ProviderBench.Linode, a, "token-a").BootAsync("7", ProviderBench.Cancellation))).ToList();

        for (var i = 0; i < 200; i++)
        {
            Assert.NotNull(await bench.For(ProviderBench.Linode, Guid.NewGuid(), "token-b").GetInstanceAsync("7", ProviderBench.Cancellation));
        }

        Assert.Equal(began, time.GetUtcNow());
        Assert.Equal((32, 468), (bench.HealthOf(a)!.InFlight, bench.HealthOf(a)!.Queued));
        Assert.Equal(32, wire.Sent.Count(x => x.IsPost));
        await ProviderBench.PassUntilAsync(() => hanging.TrueForAll(x => x.IsCompleted), time);
        Assert.Equal((0, 0), (bench.HealthOf(a)!.InFlight, bench.HealthOf(a)!.Queued));
    }
}
