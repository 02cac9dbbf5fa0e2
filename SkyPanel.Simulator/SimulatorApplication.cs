using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using SkyPanel.Simulator.Control;
using SkyPanel.Simulator.DigitalOcean;
using SkyPanel.Simulator.Faults;
using SkyPanel.Simulator.Linode;
using SkyPanel.Simulator.Rates;
using SkyPanel.Simulator.State;

namespace SkyPanel.Simulator;

/// <summary>
/// Builds the simulator: Linode at /v4 and /v4beta, DigitalOcean at /v2, its own control at /_control.
/// The caller starts it; with <c>--urls http://127.0.0.1:0</c> the system chooses a free port.
/// </summary>
public static class SimulatorApplication
{
    public static WebApplication Create(string[] args) => Create(args, TimeProvider.System);

    /// <param name="time">The clock of machines, actions and events; a test passes one that it moves by hand.</param>
    public static WebApplication Create(string[] args, TimeProvider time)
    {
        var options = SimulatorOptions.Parse(args);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            Args = [.. options.HostArguments],

            // Settings files in the caller's working directory are not ours.
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Logging.ClearProviders();

        // Standard output belongs to the one line that names the address.
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Logging.AddFilter(level => level >= LogLevel.Warning);
        builder.Services.AddSingleton(options);
        var clock = new SimulatorClock(time);
        builder.Services.AddSingleton(clock);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSingleton<SimulatorStore>();
        builder.Services.AddSingleton<RequestLog>();
        builder.Services.AddSingleton<FaultPlan>();
        builder.Services.AddSingleton<RateLimits>();
        builder.Services.AddHostedService<StateKeeper>();
        builder.Services.AddHostedService<ParentWatch>();

        var app = builder.Build();
        app.UseMiddleware<RequestLogMiddleware>();
        app.UseRouting();
        app.UseMiddleware<FaultMiddleware>();
        app.MapLinode();
        app.MapDigitalOcean();
        app.MapControl();
        return app;
    }

    /// <summary>Writes one line with the address, for whoever started the program, once it listens.</summary>
    public static void AnnounceAddress(WebApplication app, TextWriter output)
        => app.Lifetime.ApplicationStarted.Register(() =>
        {
            var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses;
            output.WriteLine($"SkyPanel.Simulator listening on {addresses?.FirstOrDefault()}");
            output.Flush();
        });
}
