namespace SkyPanel.Simulator.Rates;

/// <summary>How one vendor counts one caller's requests of one kind.</summary>
internal interface IRateWindow
{
    /// <summary>Counts a request, unless the limit is reached or it was refused already for another reason.</summary>
    RateStanding Take(DateTimeOffset now, RateBucket bucket, bool counts);
}

/// <summary>Begins with a first request; all of it is free again when the window is over. Linode's way.</summary>
internal sealed class FixedWindow : IRateWindow
{
    private DateTimeOffset _start = DateTimeOffset.MinValue;
    private int _taken;

    public RateStanding Take(DateTimeOffset now, RateBucket bucket, bool counts)
    {
        if (now - _start >= bucket.Window || now < _start)
        {
            (_start, _taken) = (now, 0);
        }

        var refused = _taken >= bucket.Limit;
        _taken += refused || !counts ? 0 : 1;
        return new RateStanding(bucket.Limit, Math.Max(0, bucket.Limit - _taken), _start + bucket.Window, refused);
    }
}

/// <summary>Each request counts until it is as old as the window. DigitalOcean's way.</summary>
internal sealed class SlidingWindow : IRateWindow
{
    private readonly Queue<DateTimeOffset> _taken = new();

    public RateStanding Take(DateTimeOffset now, RateBucket bucket, bool counts)
    {
        while (_taken.TryPeek(out var oldest) && oldest + bucket.Window <= now)
        {
            _taken.Dequeue();
        }

        var refused = _taken.Count >= bucket.Limit;
        if (!refused && counts)
        {
            _taken.Enqueue(now);
        }

        var reset = (_taken.TryPeek(out var first) ? first : now) + bucket.Window;
        return new RateStanding(bucket.Limit, Math.Max(0, bucket.Limit - _taken.Count), reset, refused);
    }
}
