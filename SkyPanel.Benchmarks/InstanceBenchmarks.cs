using BenchmarkDotNet.Attributes;
using Microsoft.Data.Sqlite;
using SkyPanel.Core.Instances.Browse;
using SkyPanel.Core.Instances.Create;

namespace SkyPanel.Benchmarks;

/// <summary>The list of 1,000 machines and the intent to make one more, each against the least that SQLite can do.</summary>
[MemoryDiagnoser]
public class InstanceBenchmarks
{
    private const int Machines = 1000;
    private BenchHost _host = null!;
    private CreateInstanceRequest _request = null!;
    private SqliteConnection _connection = null!;
    private int _made;

    [GlobalSetup]
    public async Task SetupAsync()
    {
        _host = await BenchHost.StartAsync();
        _request = await _host.RequestAsync("bench");
        _connection = new SqliteConnection(_host.ConnectionString);
        await _connection.OpenAsync();
        for (var i = 0; i < Machines; i++)
        {
            await AskForOneAsync();
        }
    }

    [GlobalCleanup]
    public async Task CleanupAsync()
    {
        await _connection.DisposeAsync();
        await _host.DisposeAsync();
    }

    /// <summary>A commit that is on disk, of one small row.</summary>
    [Benchmark(Baseline = true)]
    public async Task<int> OneDurableRowAsync()
    {
        await using var command = new SqliteCommand("UPDATE organizations SET suspension_reason = random() WHERE suspended_at IS NULL", _connection);
        return await command.ExecuteNonQueryAsync();
    }

    /// <summary>All checks, and instance, operation, secret and audit entry on disk.</summary>
    [Benchmark]
    public Task<CreateInstanceOutcome> AskForOneAsync() => _host.Get<CreateInstanceService>().CreateAsync(
        _host.Actor, _request with { RequestId = Guid.CreateVersion7(), Name = $"bench-{++_made}" }, CancellationToken.None);

    [Benchmark]
    public Task<InstanceList> ListPageAsync() => _host.Get<InstanceBrowser>().ListAsync(_host.Actor, new InstanceListQuery(), CancellationToken.None);
}
