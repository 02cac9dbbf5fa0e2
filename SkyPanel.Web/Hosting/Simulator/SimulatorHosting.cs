namespace SkyPanel.Web.Hosting.Simulator;

/// <summary>Lets Development have its own providers.</summary>
internal static class SimulatorHosting
{
    /// <summary>
    /// Starts the simulator where asked for, before anything is built that might read the address. Settings are complete when this returns,
    /// which a hosted service could not promise to options that are validated on start.
    /// </summary>
    public static async Task AddSimulatorAsync(this WebApplicationBuilder builder, CancellationToken cancellationToken)
    {
        if (!builder.Environment.IsDevelopment() || !builder.Configuration.GetValue("Simulator:Enabled", false))
        {
            return;
        }

        var stateFile = Path.Combine(builder.Configuration["Panel:DataFolder"]!, "simulator.json");
        var simulator = await SimulatorProcess.StartAsync(stateFile, cancellationToken);
        builder.Services.AddHostedService(_ => new SimulatorOwner(simulator));
        builder.Configuration.AddInMemoryCollection([new("ProviderEndpoint:BaseAddress", simulator.Address.ToString())]);
    }

    /// <summary>Ends the child with the host; as the first service to start it is the last to stop.</summary>
    private sealed class SimulatorOwner(SimulatorProcess simulator) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public async Task StopAsync(CancellationToken cancellationToken) => await simulator.DisposeAsync();
    }
}
