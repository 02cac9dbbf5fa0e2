namespace SkyPanel.Simulator.State;

/// <summary>
/// The clock of machines, actions, events and rate windows: it runs with the caller's clock, can be put ahead, and can be held.
/// Waiting (latency, hangs) goes by the caller's clock, so that a held clock holds nobody up.
/// </summary>
internal sealed class SimulatorClock(TimeProvider inner) : TimeProvider
{
    private readonly Lock _gate = new();
    private TimeSpan _ahead;
    private DateTimeOffset? _held;

    public override TimeZoneInfo LocalTimeZone => inner.LocalTimeZone;

    public override long TimestampFrequency => inner.TimestampFrequency;

    public bool IsFrozen
    {
        get
        {
            lock (_gate)
            {
                return _held is not null;
            }
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _held ?? (inner.GetUtcNow() + _ahead);
        }
    }

    public override long GetTimestamp() => inner.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        => inner.CreateTimer(callback, state, dueTime, period);

    public void Advance(TimeSpan by) => MoveTo(GetUtcNow() + by);

    public void MoveTo(DateTimeOffset moment)
    {
        lock (_gate)
        {
            _held = _held is null ? null : moment;
            _ahead = moment - inner.GetUtcNow();
        }
    }

    /// <summary>Goes on from the moment at which it was held.</summary>
    public void Freeze(bool frozen)
    {
        var now = GetUtcNow();
        lock (_gate)
        {
            _held = frozen ? now : null;
            _ahead = now - inner.GetUtcNow();
        }
    }

    public void Reset()
    {
        lock (_gate)
        {
            (_ahead, _held) = (TimeSpan.Zero, null);
        }
    }
}
