namespace SkyPanel.Simulator;

/// <summary>Stops the program when standard input ends, so that a child never outlives the panel that started it.</summary>
internal sealed class ParentWatch(SimulatorOptions options, IHostApplicationLifetime lifetime) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.StayWithStdin)
        {
            return;
        }

        // A read of standard input cannot be cancelled everywhere: it gets a thread that nobody waits for.
        _ = Task.Factory.StartNew(ReadToEnd, stoppingToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        await Task.CompletedTask;
    }

    private void ReadToEnd()
    {
        using var input = Console.OpenStandardInput();
        var buffer = new byte[256];
        while (input.Read(buffer) > 0)
        {
            // What the parent writes has no meaning; only the end counts.
        }

        lifetime.StopApplication();
    }
}
