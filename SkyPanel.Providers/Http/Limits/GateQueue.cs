using SkyPanel.Core.Providers;

namespace SkyPanel.Providers.Http.Limits;

/// <summary>Those who wait at a gate: by urgency, then first come, first served. Not safe for concurrent use; the gate locks.</summary>
internal sealed class GateQueue
{
    private static readonly ProviderPriority[] Order = [ProviderPriority.Person, ProviderPriority.Create, ProviderPriority.Background];

    private readonly LinkedList<GateWaiter>[] _lines = [.. Order.Select(_ => new LinkedList<GateWaiter>())];

    public int Count => _lines.Sum(x => x.Count);

    public void Add(GateWaiter waiter) => Line(waiter.Priority).AddLast(waiter);

    /// <summary>False when it no longer waits.</summary>
    public bool Remove(GateWaiter waiter) => Line(waiter.Priority).Remove(waiter);

    /// <summary>A waiter may be removed while this is walked.</summary>
    public IEnumerable<GateWaiter> InOrder()
    {
        foreach (var line in _lines)
        {
            for (var node = line.First; node is not null;)
            {
                var next = node.Next;
                yield return node.Value;
                node = next;
            }
        }
    }

    /// <summary>How many go before it under the same limit.</summary>
    public int CountBefore(GateWaiter waiter, RateBucket bucket)
        => InOrder().TakeWhile(x => x != waiter).Count(x => x.Buckets.Contains(bucket));

    /// <summary>The last of those who are less urgent, or null.</summary>
    public GateWaiter? LastBehind(GateWaiter waiter)
        => Order.Reverse().TakeWhile(x => x > waiter.Priority).Select(x => Line(x).Last?.Value).FirstOrDefault(x => x is not null);

    private LinkedList<GateWaiter> Line(ProviderPriority priority) => _lines[Array.IndexOf(Order, priority)];
}
