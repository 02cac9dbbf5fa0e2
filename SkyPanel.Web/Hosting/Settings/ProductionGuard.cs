namespace SkyPanel.Web.Hosting.Settings;

/// <summary>Refuses to start where a setting that customers' safety rests on is missing, or one that belongs to the demo is set.</summary>
internal static class ProductionGuard
{
    private static readonly string[] Required = ["Database:Provider", "Database:ConnectionString", "TokenKeys:Path", "DataProtection:Path"];
    private static readonly string[] DemoSwitches = ["Simulator:Enabled", "Demo:Enabled"];

    /// <exception cref="StartRefusedException">Names every setting that must change, all at once.</exception>
    public static void Check(IConfiguration configuration, IHostEnvironment environment)
    {
        var problems = (environment.EnvironmentName switch
        {
            "Production" => Missing(configuration).Concat(PublicAddress(configuration)).Concat(Demo(configuration)).Concat(BenchOnly(configuration)),
            PanelEnvironments.Bench => Demo(configuration),
            "Development" => [],
            var other => [$"ASPNETCORE_ENVIRONMENT is '{other}': it must be Development, Bench or Production"],
        }).ToList();
        if (problems.Count > 0)
        {
            throw new StartRefusedException(
                $"SkyPanel does not start in {environment.EnvironmentName}:{string.Concat(problems.Select(x => $"{Environment.NewLine}  - {x}"))}");
        }
    }

    private static IEnumerable<string> Missing(IConfiguration configuration) =>
        Required.Where(x => string.IsNullOrWhiteSpace(configuration[x])).Select(x => $"{x} is missing");

    private static IEnumerable<string> PublicAddress(IConfiguration configuration)
    {
        var value = configuration["Panel:PublicAddress"];
        if (string.IsNullOrWhiteSpace(value))
        {
            yield return "Panel:PublicAddress is missing";
        }
        else if (!Uri.TryCreate(value, UriKind.Absolute, out var uri) || !string.Equals(uri.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal))
        {
            yield return "Panel:PublicAddress must be an https:// address";
        }
    }

    private static IEnumerable<string> Demo(IConfiguration configuration) =>
        DemoSwitches.Where(x => IsOn(configuration[x])).Select(x => $"{x} is for Development only");

    private static IEnumerable<string> BenchOnly(IConfiguration configuration)
    {
        if (!string.IsNullOrWhiteSpace(configuration["ProviderEndpoint:BaseAddress"]))
        {
            yield return "ProviderEndpoint:BaseAddress is set: provider tokens would go to another address than the provider's";
        }

        if (IsOn(configuration["Panel:InsecureCookies"]))
        {
            yield return "Panel:InsecureCookies is for Bench only";
        }

        if (!string.IsNullOrWhiteSpace(configuration[CrashTests.Setting]))
        {
            yield return $"{CrashTests.Setting} is for crash tests only";
        }
    }

    private static bool IsOn(string? value) =>
        !string.IsNullOrWhiteSpace(value) && !string.Equals(value, bool.FalseString, StringComparison.OrdinalIgnoreCase);
}
