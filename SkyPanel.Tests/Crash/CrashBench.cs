using System.Text.Json;
using Microsoft.Data.Sqlite;
using SkyPanel.Tests.Simulator;
using SkyPanel.Tests.Support;

namespace SkyPanel.Tests.Crash;

/// <summary>A panel process over a folder that survives it, and providers that survive it too.</summary>
internal sealed class CrashBench : IAsyncDisposable
{
    private const int Killed = 128 + 9;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("skypanel-crash-");

    private CrashBench(SimulatorHost clouds) => Clouds = clouds;

    public SimulatorHost Clouds { get; }

    private string DatabaseFile => Path.Combine(_folder.FullName, "skypanel.db");

    public static async Task<CrashBench> StartAsync() => new(await SimulatorHost.StartInRealTimeAsync(
        "--provisioning-seconds", "0.3", "--boot-seconds", "0.3"));

    /// <summary>The panel, with claims short enough that the next one need not wait for the dead one's.</summary>
    public PanelProcess Panel(params IEnumerable<string> settings) => PanelProcess.Start(_folder.FullName,
    [
        "Simulator:Enabled=false", $"ProviderEndpoint:BaseAddress={Clouds.Address}",
        "Operations:Lease=00:00:02", "Operations:LeaseRenewal=00:00:00.5", "Operations:ConfirmPoll=00:00:00.2", "Operations:ReconcilePoll=00:00:00.2",
        .. settings,
    ]);

    /// <summary>Runs the panel until it kills itself at the point.</summary>
    public async Task DieAtAsync(string point)
    {
        await using var panel = Panel($"KillAtFailpoint={point}");
        await panel.EndAsync();
        Assert.True(panel.ExitCode == Killed, $"It ended with {panel.ExitCode} instead of dying at {point}:{Environment.NewLine}{panel.Log}");
    }

    /// <summary>What the database holds of each instance: its status by its name.</summary>
    public async Task<string> StatusesAsync(CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection($"Data Source={DatabaseFile};Mode=ReadOnly;Pooling=false");
        await connection.OpenAsync(cancellationToken);
        await using var command = new SqliteCommand("SELECT group_concat(name || ' ' || status, ', ') FROM (SELECT name, status FROM vps_instances ORDER BY name)", connection);
        return await command.ExecuteScalarAsync(cancellationToken) as string ?? "";
    }

    /// <summary>Whether a table of that name is there.</summary>
    public async Task<bool> HasTableAsync(string name)
    {
        await using var connection = new SqliteConnection($"Data Source={DatabaseFile};Mode=ReadOnly;Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new SqliteCommand("SELECT count(*) FROM sqlite_master WHERE name = $name", connection);
        command.Parameters.AddWithValue("$name", name);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken) is 1L;
    }

    /// <summary>How many machines each vendor has, over all accounts: <c>digitalocean 1, linode 1</c>.</summary>
    public async Task<string> MachinesAsync(CancellationToken cancellationToken)
    {
        var accounts = (await Clouds.GetAsync("/_control/accounts")).Body.EnumerateArray();
        var counts = accounts
            .GroupBy(x => x.GetProperty("vendor").GetString(), x => x.GetProperty("machines").GetArrayLength(), StringComparer.Ordinal)
            .OrderBy(x => x.Key, StringComparer.Ordinal);
        return string.Join(", ", counts.Select(x => $"{x.Key} {x.Sum()}"));
    }

    public async ValueTask DisposeAsync()
    {
        await Clouds.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
