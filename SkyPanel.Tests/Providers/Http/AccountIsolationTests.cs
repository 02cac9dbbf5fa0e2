using System.Net;
using Microsoft.Extensions.Time.Testing;
using SkyPanel.Core.Providers;
using SkyPanel.Providers.Http;

namespace SkyPanel.Tests.Providers.Http;

public sealed class AccountIsolationTests
{
    private const string Running = """{"id":7,"status":"running"}""";

    private static readonly Guid A = Guid.NewGuid();
    private static readonly Guid B = Guid.NewGuid();

    [Fact]
    public async Task Breaker_OneAccountFails_TheOtherStillCalls()
    {
        using var wire = new WireStub(x => IsOf(x, "a") ? WireStub.Answer(HttpStatusCode.InternalServerError) : WireStub.Json(Running));
        await using var bench = new ProviderBench(wire, x => (x.BreakerMinimumCalls, x.BreakerPause) = (4, TimeSpan.FromMinutes(5)));

        var open = await OpenAsync(bench.For(ProviderBench.Linode, A, "token-a"));
        var sent = wire.Sent.Count;
        var create = await Assert.ThrowsAsync<ProviderException>(
            () => bench.For(ProviderBench.Linode, A, "token-a").BootAsync("7", ProviderBench.Cancellation));

        Assert.Equal(ProviderErrorCode.Unavailable, open.Error.Code);
        Assert.Equal((ProviderErrorCode.Unavailable, true, ProviderOutcome.None), (create.Error.Code, create.Error.Retryable, create.Error.Outcome));
        Assert.NotNull(create.Error.RetryAfter);
        Assert.Equal(sent, wire.Sent.Count);
        Assert.NotNull(await bench.For(ProviderBench.Linode, B, "token-b").GetInstanceAsync("7", ProviderBench.Cancellation));
    }

    [Fact]
    public async Task Breaker_OnlyRateRefusals_StaysClosed()
    {
        var time = new FakeTimeProvider();
        using var wire = WireStub.Always(HttpStatusCode.TooManyRequests);
        await using var bench = new ProviderBench(wire, x => (x.BreakerMinimumCalls, x.MaxRetries) = (4, 0), time);
        var provider = bench.For(ProviderBench.Linode, A);

        for (var i = 0; i < 20; i++)
        {
            await ProviderBench.FailAsync(() => provider.GetInstanceAsync("7", ProviderBench.Cancellation), time);
        }

        Assert.Equal(20, wire.Sent.Count);
    }

    [Fact]
    public async Task Bulkhead_OneAccountHangs_TheOtherIsAnswered()
    {
        using var hold = new CancellationTokenSource();
        using var wire = new WireStub(async (x, cancellation) =>
        {
            if (IsOf(x, "a"))
            {
                await Task.Delay(Timeout.Infinite, cancellation);
            }

            return WireStub.Json(Running);
        });
        await using var bench = new ProviderBench(wire, Narrow);
        var hanging = Enumerable.Range(0, 3).Select(_ => bench.For(ProviderBench.Linode, A, "token-a").GetInstanceAsync("7", hold.Token)).ToList();

        var full = await Assert.ThrowsAsync<ProviderException>(
            () => bench.For(ProviderBench.Linode, A, "token-a").BootAsync("7", ProviderBench.Cancellation));
        var found = await bench.For(ProviderBench.Linode, B, "token-b").GetInstanceAsync("7", ProviderBench.Cancellation);

        Assert.Equal((ProviderErrorCode.RateLimited, true, ProviderOutcome.None), (full.Error.Code, full.Error.Retryable, full.Error.Outcome));
        Assert.NotNull(found);
        Assert.Equal(2, wire.Sent.Count(x => IsOf(x, "a")));
        await hold.CancelAsync();
        foreach (var call in hanging)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        }
    }

    private static void Narrow(ProviderHttpOptions options) => (options.MaxConcurrentCalls, options.MaxQueuedCalls) = (2, 1);

    private static bool IsOf(Sent sent, string account) => sent.Headers["Authorization"].EndsWith($" token-{account}", StringComparison.Ordinal);

    private static async Task<ProviderException> OpenAsync(IProviderService provider)
    {
        await Assert.ThrowsAsync<ProviderException>(() => provider.GetInstanceAsync("7", ProviderBench.Cancellation));
        return await Assert.ThrowsAsync<ProviderException>(() => provider.GetInstanceAsync("7", ProviderBench.Cancellation));
    }
}
