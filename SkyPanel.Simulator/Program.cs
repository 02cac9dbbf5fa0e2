namespace SkyPanel.Simulator;

/// <summary>The entry point. A named class, so that tests which see the panel's <c>Program</c> too can tell them apart.</summary>
internal static class Program
{
    private static async Task Main(string[] args)
    {
        var app = SimulatorApplication.Create(args);
        SimulatorApplication.AnnounceAddress(app, Console.Out);
        await app.RunAsync();
    }
}
