using System.Text.Json;
using SkyPanel.Simulator.DigitalOcean;
using SkyPanel.Simulator.Http;
using SkyPanel.Simulator.Linode;

namespace SkyPanel.Simulator.State;

/// <summary>
/// The one holder of the state. Whoever reads or changes it does so inside <see cref="Run{T}"/>, one at a time:
/// requests are short, and a simulator that is easy to reason about is worth more than one that is fast.
/// </summary>
internal sealed class SimulatorStore
{
    private readonly Lock _gate = new();
    private readonly SimulatorOptions _options;
    private SimulatorState _state;
    private long _requests;

    public SimulatorStore(SimulatorOptions options, TimeProvider time)
    {
        _options = options;
        Time = time;
        Timings = options.Timings;
        _state = options.StateFile is { } file ? StateFile.Load(file) : new SimulatorState();
    }

    public TimeProvider Time { get; }

    public SimulatorTimings Timings { get; set; }

    public int MachineLimit => _options.MachineLimit;

    public DateTimeOffset Now => Time.GetUtcNow();

    public SimulatorState State => _state;

    /// <summary>Grows with every change; a keeper that saved version N need not save it again.</summary>
    public long Version { get; private set; }

    public T Run<T>(Func<T> work)
    {
        lock (_gate)
        {
            return work();
        }
    }

    public T Change<T>(Func<T> work)
    {
        lock (_gate)
        {
            Version++;
            return work();
        }
    }

    public (long Version, byte[] Json) Snapshot()
    {
        lock (_gate)
        {
            return (Version, JsonSerializer.SerializeToUtf8Bytes(_state));
        }
    }

    /// <summary>Forgets every account and gives the timings of the command line back.</summary>
    public void Reset()
    {
        lock (_gate)
        {
            Version++;
            _state = new SimulatorState();
            _requests = 0;
            Timings = _options.Timings;
        }
    }

    public LinodeAccount LinodeAccount(string token) => Account(_state.Linode, token, () => new LinodeAccount { Token = token, Created = Now });

    public DigitalOceanAccount DigitalOceanAccount(string token)
        => Account(_state.DigitalOcean, token, () => new DigitalOceanAccount { Token = token });

    /// <summary>Ids look like the vendor's: the first of a kind is one above <paramref name="floor"/>, or further on by the seed.</summary>
    public long NextId(string kind, long floor)
    {
        var id = Math.Max(_state.LastIds.GetValueOrDefault(kind), floor + (_options.Seed % 1000 * 10_000L)) + 1;
        _state.LastIds[kind] = id;
        return id;
    }

    /// <summary>A request's id, the same for the same seed and order of requests.</summary>
    public string NextRequestId() => StableId.Guid($"request {_options.Seed} {Interlocked.Increment(ref _requests)}").ToString();

    private TAccount Account<TAccount>(Dictionary<string, TAccount> accounts, string token, Func<TAccount> make)
    {
        if (!accounts.TryGetValue(token, out var account))
        {
            accounts[token] = account = make();
            Version++;
        }

        return account;
    }
}
