namespace SkyPanel.Simulator.Control;

/// <summary>The faults that wait. A request meets at most one: the oldest that matches.</summary>
internal sealed class FaultPlan
{
    private readonly Lock _gate = new();
    private readonly List<Fault> _faults = [];
    private long _lastId;

    public Fault Add(Fault fault)
    {
        lock (_gate)
        {
            var added = fault with { Id = ++_lastId, Hits = 0 };
            _faults.Add(added);
            return added;
        }
    }

    public IReadOnlyList<Fault> All()
    {
        lock (_gate)
        {
            return [.. _faults];
        }
    }

    public bool Remove(long id)
    {
        lock (_gate)
        {
            return _faults.RemoveAll(fault => fault.Id == id) > 0;
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _faults.Clear();
        }
    }

    /// <summary>The fault for this request, counted as a hit; null for none. A spent fault stays listed with its hits.</summary>
    public Fault? Take(string vendor, string method, string path)
    {
        lock (_gate)
        {
            var index = _faults.FindIndex(fault => fault.Matches(vendor, method, path));
            if (index < 0)
            {
                return null;
            }

            _faults[index] = _faults[index] with { Hits = _faults[index].Hits + 1 };
            return _faults[index];
        }
    }
}
