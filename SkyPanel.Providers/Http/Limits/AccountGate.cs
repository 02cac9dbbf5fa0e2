using SkyPanel.Core.Providers;

namespace SkyPanel.Providers.Http.Limits;

/// <summary>
/// Where all calls of one account wait for their turn: under the vendor's limits, and so many at a time. People go before creates and
/// creates before the background, which moreover leaves a share of everything free for the others.
/// </summary>
internal sealed class AccountGate : IDisposable
{
    private readonly Lock _lock = new();
    private readonly ProviderHttpOptions _options;
    private readonly TimeProvider _time;
    private readonly RateBook _book;
    private readonly GateQueue _queue = new();
    private readonly ITimer _alarm;
    private int _running;

    public AccountGate(ProviderHttpOptions options, IReadOnlyList<RateRule> rules, TimeProvider time)
    {
        _options = options;
        _time = time;
        _book = new RateBook(rules);
        _alarm = time.CreateTimer(_ => Open(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Returns when it is the call's turn; <see cref="Leave"/> must follow.</summary>
    /// <exception cref="GateRefusedException">There is no place to wait, or the turn would come after the call's deadline.</exception>
    public async Task<GateWaiter> EnterAsync(CallState call, CancellationToken cancellationToken)
    {
        var waiter = Line(call);
        await using var registration = cancellationToken.UnsafeRegister(_ => GiveUp(waiter, cancellationToken), null);
        await waiter.Turn;
        return waiter;
    }

    /// <summary>The call is over. What its answer tells of the limits is learnt before the next one goes.</summary>
    public void Leave(GateWaiter waiter, bool sent, ProviderResponse? answer)
    {
        lock (_lock)
        {
            var now = _time.GetUtcNow();
            _running--;
            foreach (var bucket in waiter.Buckets)
            {
                Close(bucket, sent, answer, now);
            }

            OpenLocked(now);
        }
    }

    public GateStanding Standing()
    {
        lock (_lock)
        {
            var now = _time.GetUtcNow();
            return new GateStanding(_queue.Count, _running, [.. _book.Buckets.Select(x => new ProviderRateRoom(x.Name, x.Permits, x.Window, x.Left(now)))]);
        }
    }

    public void Dispose() => _alarm.Dispose();

    private static void Close(RateBucket bucket, bool sent, ProviderResponse? answer, DateTimeOffset now)
    {
        if (!sent)
        {
            bucket.GiveBack();
            return;
        }

        bucket.Count(now);
        if (answer is null)
        {
            return;
        }

        bucket.Learn(answer, now);
        if (answer.IsRateRefusal)
        {
            bucket.Hold(RetryAfter.Read(answer, now) ?? RetryAfter.Shortest, now);
        }
    }

    private GateWaiter Line(CallState call)
    {
        lock (_lock)
        {
            var now = _time.GetUtcNow();
            var waiter = new GateWaiter(call, _book.For(call.Request));
            _queue.Add(waiter);
            OpenLocked(now);
            if (!waiter.IsAdmitted)
            {
                MakeRoom(waiter);
                RefuseIfHopeless(waiter, now);
            }

            return waiter;
        }
    }

    /// <summary>When nobody else may wait, somebody less urgent has to go: the last that came.</summary>
    private void MakeRoom(GateWaiter newcomer)
    {
        if (_queue.Count > _options.MaxQueuedCalls)
        {
            var outdone = _queue.LastBehind(newcomer) ?? newcomer;
            _queue.Remove(outdone);
            outdone.Refuse(new GateRefusedException($"{_options.MaxQueuedCalls} calls of this account are waiting here already", wait: null));
        }
    }

    private void RefuseIfHopeless(GateWaiter waiter, DateTimeOffset now)
    {
        var slowest = waiter.Buckets
            .Select(x => (Bucket: x, At: x.EarliestFor(Kept(x.Permits, waiter.Priority) + 1 + _queue.CountBefore(waiter, x), now)))
            .OrderByDescending(x => x.At)
            .FirstOrDefault();
        if (slowest.Bucket is { } bucket && slowest.At >= waiter.Deadline && _queue.Remove(waiter))
        {
            var wait = slowest.At - now;
            waiter.Refuse(new GateRefusedException(
                $"its turn under the limit '{bucket.Name}' ({bucket.Permits} in {bucket.Window}) comes in {wait.TotalSeconds:0} s, after its time budget", wait));
        }
    }

    private void GiveUp(GateWaiter waiter, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_queue.Remove(waiter))
            {
                waiter.Cancel(cancellationToken);
            }
        }
    }

    private void Open()
    {
        lock (_lock)
        {
            OpenLocked(_time.GetUtcNow());
        }
    }

    /// <summary>Lets in whom it can, the most urgent first, and sets the alarm for the next one that only time can help.</summary>
    private void OpenLocked(DateTimeOffset now)
    {
        var wake = DateTimeOffset.MaxValue;
        var blocked = new HashSet<(ProviderPriority, RateBucket?)>();
        foreach (var waiter in _queue.InOrder())
        {
            if (_running >= _options.MaxConcurrentCalls - Kept(_options.MaxConcurrentCalls, waiter.Priority))
            {
                break;
            }

            var lane = (waiter.Priority, waiter.Buckets.Count > 0 ? waiter.Buckets[^1] : null);
            if (blocked.Contains(lane))
            {
                continue;
            }

            if (waiter.Buckets.All(x => x.Left(now) > Kept(x.Permits, waiter.Priority)))
            {
                Admit(waiter);
            }
            else
            {
                blocked.Add(lane);
                var at = waiter.Buckets.Max(x => x.EarliestFor(Kept(x.Permits, waiter.Priority) + 1, now));
                wake = at < wake ? at : wake;
            }
        }

        SetAlarm(wake, now);
    }

    private void Admit(GateWaiter waiter)
    {
        _queue.Remove(waiter);
        _running++;
        foreach (var bucket in waiter.Buckets)
        {
            bucket.Take();
        }

        waiter.Admit();
    }

    /// <summary>How much of something a call must leave untouched.</summary>
    private int Kept(int whole, ProviderPriority priority) => priority == ProviderPriority.Background ? (int)(whole * _options.ShareForPeople) : 0;

    private void SetAlarm(DateTimeOffset wake, DateTimeOffset now)
    {
        var shortest = TimeSpan.FromMilliseconds(1);
        var wait = wake - now;
        _alarm.Change(wake == DateTimeOffset.MaxValue ? Timeout.InfiniteTimeSpan : wait > shortest ? wait : shortest, Timeout.InfiniteTimeSpan);
    }
}

/// <summary>What an account's gate looks like at a moment.</summary>
internal sealed record GateStanding(int Queued, int InFlight, IReadOnlyList<ProviderRateRoom> Room);
