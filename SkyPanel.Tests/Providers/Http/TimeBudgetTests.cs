using Microsoft.Extensions.Time.Testing;
using SkyPanel.Core.Providers;

namespace SkyPanel.Tests.Providers.Http;

public sealed class TimeBudgetTests
{
    [Fact]
    public async Task Get_Hangs_TimesOutATryAndThenTheCall()
    {
        var time = new FakeTimeProvider();
        var started = time.GetUtcNow();
        using var wire = new WireStub(HangAsync);
        await using var bench = new ProviderBench(wire, time: time);

        var thrown = await ProviderBench.FailAsync(() => bench.For(ProviderBench.Linode).GetInstanceAsync("7", ProviderBench.Cancellation), time);

        Assert.Equal((ProviderErrorCode.Timeout, true, ProviderOutcome.None), (thrown.Error.Code, thrown.Error.Retryable, thrown.Error.Outcome));
        Assert.InRange(wire.Sent.Count, 2, 4);
        Assert.InRange(time.GetUtcNow() - started, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(32));
    }

    [Fact]
    public async Task Create_Hangs_GetsTheWholeBudgetOnceAndIsUnknown()
    {
        var time = new FakeTimeProvider();
        var started = time.GetUtcNow();
        using var wire = new WireStub((x, cancellation) => x.IsPost ? HangAsync(x, cancellation) : Task.FromResult(WireStub.Json("""{"id":"x"}""")));
        await using var bench = new ProviderBench(wire, time: time);

        var thrown = await ProviderBench.FailAsync(
            () => bench.For(ProviderBench.Linode).CreateInstanceAsync(ProviderBench.Spec, ProviderBench.Cancellation), time);

        Assert.Equal((ProviderErrorCode.Timeout, ProviderOutcome.Unknown), (thrown.Error.Code, thrown.Error.Outcome));
        Assert.Single(wire.Sent, x => x.IsPost);
        Assert.InRange(time.GetUtcNow() - started, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(32));
    }

    [Fact]
    public async Task Post_TimeIsUpWhileQueued_WasProvablyNotSent()
    {
        var time = new FakeTimeProvider();
        var account = Guid.NewGuid();
        var release = new TaskCompletionSource();
        using var wire = new WireStub(async (_, _) =>
        {
            await release.Task;
            return WireStub.Json("{}");
        });
        await using var bench = new ProviderBench(wire, x => x.MaxConcurrentCalls = 1, time);
        var holdsTheOnlyPlace = bench.For(ProviderBench.Linode, account).BootAsync("1", ProviderBench.Cancellation);

        var queued = await ProviderBench.FailAsync(() => bench.For(ProviderBench.Linode, account).BootAsync("2", ProviderBench.Cancellation), time);

        Assert.Equal((ProviderErrorCode.Timeout, ProviderOutcome.None), (queued.Error.Code, queued.Error.Outcome));
        Assert.Single(wire.Sent);
        release.SetResult();
        await holdsTheOnlyPlace;
    }

    [Fact]
    public async Task Get_CallerCancels_IsACancellation()
    {
        using var gone = new CancellationTokenSource();
        using var wire = new WireStub(HangAsync);
        await using var bench = new ProviderBench(wire);

        var call = bench.For(ProviderBench.Linode).GetInstanceAsync("7", gone.Token);
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Single(wire.Sent);
    }

    private static async Task<HttpResponseMessage> HangAsync(Sent sent, CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        throw new InvalidOperationException("A hanging call was answered");
    }
}
