using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SkyPanel.Core.News;

namespace SkyPanel.Core.Operations;

/// <summary>Works through due operations, a few at a time. News of work wakes it; it also looks by itself, so lost news costs seconds only.</summary>
internal sealed class OperationWorker(
    OperationClaims claims,
    OperationRunner runner,
    INewsBus news,
    IOptions<OperationOptions> options,
    TimeProvider time,
    ILogger<OperationWorker> logger) : BackgroundService
{
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(20);

    private readonly SemaphoreSlim _wake = new(0, 1);
    private readonly ConcurrentDictionary<Claim, Task> _running = new();

    // Never disposed: hosts may dispose a service while it is still stopping, and a source without a timer holds nothing.
#pragma warning disable CA2213
    private readonly CancellationTokenSource _steps = new();
#pragma warning restore CA2213
    private int _stopped;

    public override void Dispose()
    {
        base.Dispose();
        _wake.Dispose();
    }

    /// <summary>Takes no more work, and lets what is under way come to its next saved state while the host has patience.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _stopped, 1) == 1)
        {
            return;
        }

        await base.StopAsync(cancellationToken);
        try
        {
            await Task.WhenAll(_running.Values).WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            logger.LogWarning("Stopping with {Count} operations in the middle of a step; they are continued at the next start", _running.Count);
        }

        await _steps.CancelAsync();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var subscription = news.Subscribe(NewsTopic.WorkDue, _ => Task.FromResult(Wake()));
        while (!stoppingToken.IsCancellationRequested)
        {
            await WaitAsync(await WorkOnceAsync(stoppingToken), stoppingToken);
        }
    }

    /// <summary>Starts what is due, and says how long to wait before looking again. A database that fails must not end the loop.</summary>
    private async Task<TimeSpan> WorkOnceAsync(CancellationToken stoppingToken)
    {
        try
        {
            await StartDueAsync(stoppingToken);
            return await UntilNextAsync(stoppingToken);
        }
        catch (Exception ex) when (!stoppingToken.IsCancellationRequested)
        {
            logger.LogError(ex, "Due operations could not be claimed; trying again");
            return options.Value.BusyPoll;
        }
        catch (OperationCanceledException)
        {
            return TimeSpan.Zero;
        }
    }

    private async Task StartDueAsync(CancellationToken stoppingToken)
    {
        var free = options.Value.Slots - _running.Count;
        if (free <= 0)
        {
            return;
        }

        foreach (var claim in await claims.TakeAsync(free, stoppingToken))
        {
            // Added before it can finish, so that its own removal always finds it.
            var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _running.TryAdd(claim, RunAsync(claim, start.Task));
            start.SetResult();
        }
    }

    private async Task RunAsync(Claim claim, Task start)
    {
        await start;
        try
        {
            await runner.RunAsync(claim, _steps.Token);
        }
        catch (Exception ex)
        {
            logger.LogError(ex, "Operation {OperationId} could not be given back; its claim runs out by itself", claim.OperationId);
        }
        finally
        {
            _running.TryRemove(claim, out _);
            Wake();
        }
    }

    private async Task WaitAsync(TimeSpan wait, CancellationToken stoppingToken)
    {
        try
        {
            using var timeout = new CancellationTokenSource(wait, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, stoppingToken);
            await _wake.WaitAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            // Time to look, or to stop; the loop knows which.
        }
    }

    /// <summary>Until the next operation is due, but never longer than the polling interval: another process may add one.</summary>
    private async Task<TimeSpan> UntilNextAsync(CancellationToken stoppingToken)
    {
        var longest = _running.IsEmpty ? options.Value.IdlePoll : options.Value.BusyPoll;
        var next = await claims.NextDueAsync(stoppingToken) - time.GetUtcNow();
        return next is { } wait && wait < longest ? TimeSpan.FromTicks(Math.Max(wait.Ticks, ShortestWait.Ticks)) : longest;
    }

    private bool Wake()
    {
        try
        {
            return _wake.CurrentCount == 0 && _wake.Release() == 0;
        }
        catch (Exception ex) when (ex is SemaphoreFullException or ObjectDisposedException)
        {
            return false;
        }
    }
}
