using System.Collections.Concurrent;

namespace SkyPanel.Simulator.Http;

/// <summary>What a vendor says of the caller's share: how much is left, and when the oldest counted request expires.</summary>
internal sealed record RateStanding(int Limit, int Remaining, DateTimeOffset Reset);

/// <summary>Counts requests by caller and kind in a sliding window, for the headers. Nothing is refused yet.</summary>
internal sealed class RateCounter(TimeProvider time)
{
    private readonly ConcurrentDictionary<(string Caller, string Kind), Queue<DateTimeOffset>> _windows = new();

    public RateStanding Count(string caller, string kind, int limit, TimeSpan window)
    {
        var now = time.GetUtcNow();
        var queue = _windows.GetOrAdd((caller, kind), _ => new Queue<DateTimeOffset>());
        lock (queue)
        {
            while (queue.TryPeek(out var oldest) && (oldest + window <= now || queue.Count >= limit))
            {
                queue.Dequeue();
            }

            queue.Enqueue(now);
            return new RateStanding(limit, limit - queue.Count, queue.Peek() + window);
        }
    }

    public void Clear() => _windows.Clear();
}
