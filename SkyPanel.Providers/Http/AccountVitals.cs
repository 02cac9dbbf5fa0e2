using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace SkyPanel.Providers.Http;

/// <summary>How one account's tries went lately.</summary>
internal sealed class AccountVitals(TimeSpan span, TimeProvider time)
{
    private const int MostTries = 500;
    private readonly Lock _lock = new();
    private readonly Queue<Try> _recent = new();
    private DateTimeOffset? _lastSuccess;

    /// <summary>What speaks against the vendor's health: no answer, none in time, or one that says that it failed.</summary>
    public static bool IsFailure(Outcome<ProviderResponse> outcome)
        => outcome is { Exception: TransportException or TimeoutRejectedException } or { Result.IsServerError: true };

    public void Note(Outcome<ProviderResponse> outcome, TimeSpan duration)
    {
        if (outcome.Exception is BrokenCircuitException or OperationCanceledException)
        {
            return;
        }

        var now = time.GetUtcNow();
        var failed = IsFailure(outcome);
        lock (_lock)
        {
            _recent.Enqueue(new Try(now, duration, failed));
            _lastSuccess = failed ? _lastSuccess : now;
            Forget(now);
        }
    }

    public VitalSigns Read()
    {
        lock (_lock)
        {
            Forget(time.GetUtcNow());
            var answered = _recent.Where(x => !x.Failed).Select(x => x.Duration).Order().ToList();
            return new VitalSigns(
                _lastSuccess,
                answered.Count == 0 ? null : answered[answered.Count / 2],
                _recent.Count,
                _recent.Count == 0 ? 0 : (double)_recent.Count(x => x.Failed) / _recent.Count);
        }
    }

    private void Forget(DateTimeOffset now)
    {
        while (_recent.TryPeek(out var oldest) && (oldest.At + span < now || _recent.Count > MostTries))
        {
            _recent.Dequeue();
        }
    }

    private readonly record struct Try(DateTimeOffset At, TimeSpan Duration, bool Failed);
}

/// <summary>What <see cref="AccountVitals"/> saw.</summary>
internal sealed record VitalSigns(DateTimeOffset? LastSuccessAt, TimeSpan? MedianLatency, int Tries, double ErrorShare);
