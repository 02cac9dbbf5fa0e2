namespace SkyPanel.Providers.Http.Limits;

/// <summary>
/// The calls of one limit. Each counts from its start until a window after its end: the vendor counted it somewhere in between. What the
/// vendor tells wins where it is less. Not safe for concurrent use; the gate locks.
/// </summary>
internal sealed class RateBucket(string name, RateRule rule)
{
    private readonly Queue<DateTimeOffset> _forgotten = new();
    private int _inFlight;
    private int _permits = rule.Permits;
    private VendorCount? _vendor;
    private DateTimeOffset _heldUntil = DateTimeOffset.MinValue;

    public string Name { get; } = name;

    public int Permits => _permits;

    public TimeSpan Window => rule.Window;

    /// <summary>How many calls may start now.</summary>
    public int Left(DateTimeOffset now) => now < _heldUntil ? 0 : Math.Max(0, Math.Min(Own(now), Vendor(now)?.Left(now) ?? int.MaxValue));

    /// <summary>
    /// When there will be <paramref name="needed"/> at the earliest, if nobody else takes any: never later than it turns out, so a call
    /// that is refused for it could not have been made.
    /// </summary>
    public DateTimeOffset EarliestFor(int needed, DateTimeOffset now)
    {
        var earliest = _heldUntil > now ? _heldUntil : now;
        var missing = needed - Own(now);
        if (missing > 0 && ForgottenAt(missing, now) is var own && own > earliest)
        {
            earliest = own;
        }

        return Vendor(now) is { } vendor && vendor.Left(now) < needed && vendor.Until > earliest ? vendor.Until : earliest;
    }

    public void Take()
    {
        _inFlight++;
        _vendor?.Take();
    }

    /// <summary>It went out; whatever came of it, the vendor may have counted it.</summary>
    public void Count(DateTimeOffset now)
    {
        _inFlight--;
        _forgotten.Enqueue(now + rule.Window);
    }

    /// <summary>It provably never reached the vendor.</summary>
    public void GiveBack()
    {
        _inFlight--;
        _vendor?.GiveBack();
    }

    /// <summary>Calls under way may be counted in the vendor's number or not; taken as not, until their answers tell.</summary>
    public void Learn(ProviderResponse response, DateTimeOffset now)
    {
        if (rule.Headers == RateHeaderMeaning.None || RateHeaders.Read(response, rule.Window, now) is not { } told)
        {
            return;
        }

        _permits = Math.Min(rule.Permits, told.Limit ?? rule.Permits);
        if (told.Remaining is { } remaining)
        {
            _vendor = new VendorCount(rule.Headers, Math.Min(remaining, rule.Permits) - _inFlight, told.Reset ?? now + rule.Window, now + rule.Window);
        }
    }

    /// <summary>The vendor refused for rate: nobody tries before it said to, at the longest a window.</summary>
    public void Hold(TimeSpan wait, DateTimeOffset now)
    {
        var until = now + (wait < rule.Window ? wait : rule.Window);
        _heldUntil = until > _heldUntil ? until : _heldUntil;
    }

    private int Own(DateTimeOffset now)
    {
        while (_forgotten.TryPeek(out var at) && at <= now)
        {
            _forgotten.Dequeue();
        }

        return _permits - _forgotten.Count - _inFlight;
    }

    private VendorCount? Vendor(DateTimeOffset now) => _vendor = _vendor?.IsOver(now) is false ? _vendor : null;

    /// <summary>When the n-th of the counted calls is forgotten. Those under way, or not begun, are not before a whole window from now.</summary>
    private DateTimeOffset ForgottenAt(int number, DateTimeOffset now)
    {
        if (number <= _forgotten.Count)
        {
            return _forgotten.ElementAt(number - 1);
        }

        var rounds = (number - _forgotten.Count - 1) / _permits;
        return now + (rule.Window * (rounds + 1));
    }
}
