namespace SkyPanel.Web.Hosting.Settings;

/// <summary>The third environment beside Development and Production.</summary>
public static class PanelEnvironments
{
    /// <summary>For benchmarks and the crash and cluster scripts: a published build without the demo, seeded from outside.</summary>
    public const string Bench = "Bench";

    public static bool IsBench(this IHostEnvironment environment) => environment.IsEnvironment(Bench);
}
