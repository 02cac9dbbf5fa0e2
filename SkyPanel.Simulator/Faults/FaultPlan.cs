using System.Globalization;
using SkyPanel.Simulator.Http;

namespace SkyPanel.Simulator.Faults;

/// <summary>The faults that wait. A request meets at most one: the oldest that matches and does not spare it.</summary>
internal sealed class FaultPlan(SimulatorOptions options)
{
    private const int Fineness = 1_000_000;
    private readonly Lock _gate = new();
    private readonly List<Fault> _faults = [];
    private long _lastId;

    public Fault Add(Fault fault)
    {
        lock (_gate)
        {
            var added = fault with { Id = ++_lastId, Hits = 0, Seen = 0 };
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

    /// <summary>The next fault is the first again, so that luck repeats itself after a reset.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _faults.Clear();
            _lastId = 0;
        }
    }

    /// <summary>The fault for this request, counted as a hit; null for none. A spent fault stays listed with its hits.</summary>
    public Fault? Take(string vendor, string token, string method, string path)
    {
        lock (_gate)
        {
            for (var index = 0; index < _faults.Count; index++)
            {
                if (_faults[index].Matches(vendor, token, method, path) && Strikes(index))
                {
                    return _faults[index];
                }
            }

            return null;
        }
    }

    private bool Strikes(int index)
    {
        var fault = _faults[index] with { Seen = _faults[index].Seen + 1 };
        var luck = StableId.Number(string.Create(CultureInfo.InvariantCulture, $"fault {options.Seed} {fault.Id} {fault.Seen}"), Fineness);
        var strikes = fault.Seen > fault.Skip && luck < fault.Probability * Fineness;
        _faults[index] = strikes ? fault with { Hits = fault.Hits + 1 } : fault;
        return strikes;
    }
}
