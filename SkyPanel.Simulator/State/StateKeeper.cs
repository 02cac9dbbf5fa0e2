namespace SkyPanel.Simulator.State;

/// <summary>Saves the state soon after a change and once more at the stop.</summary>
internal sealed class StateKeeper(SimulatorStore store, SimulatorOptions options) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);
    private long _saved;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await SaveAsync(CancellationToken.None);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Real time on purpose: a test that holds the machines' clock still wants its file all the same.
        using var timer = new PeriodicTimer(Interval);
        while (options.StateFile is not null && await timer.WaitForNextTickAsync(stoppingToken))
        {
            await SaveAsync(stoppingToken);
        }
    }

    private async Task SaveAsync(CancellationToken cancellationToken)
    {
        if (options.StateFile is not { } path || store.Run(() => store.Version) == _saved)
        {
            return;
        }

        var (version, json) = store.Snapshot();
        await StateFile.SaveAsync(path, json, cancellationToken);
        _saved = version;
    }
}
