using SkyPanel.Tests.Support;

namespace SkyPanel.Tests.Simulator;

/// <summary>Clients that were written for the real vendors find nothing missing here.</summary>
public sealed class ClientTrialTests
{
    private const string Python = "/usr/bin/python3";
    private static readonly string Scripts = Path.Combine(Repository.Root, "scripts", "clients");

    // Long enough for a client to see each state by polling ten times a second.
    private static readonly string[] ShortTimings =
        ["--provisioning-seconds", "0.6", "--boot-seconds", "0.6", "--shutdown-seconds", "0.6", "--reboot-seconds", "0.6"];

    [Fact]
    public async Task Libcloud_BothDrivers_LiveThroughAMachine()
    {
        if (await StrangerProcess.RunAsync(Python, ["-c", "import libcloud"], TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken) is not { ExitCode: 0 })
        {
            Requirement.Skip($"Apache Libcloud for {Python} is missing: apt-get install python3-libcloud");
        }

        await PassesAsync(Python, "libcloud_trial.py");
    }

    [Theory]
    [InlineData("@linode/api-v4", "linode_api_v4_trial.mjs")]
    [InlineData("dots-wrapper", "dots_wrapper_trial.mjs")]
    public async Task Package_OfTheVendorsOwnLanguage_LivesThroughAMachine(string package, string script)
    {
        if (!Directory.Exists(Path.Combine([Scripts, "node_modules", .. package.Split('/')])))
        {
            Requirement.Skip($"{package} is missing: npm ci in scripts/clients");
        }

        await PassesAsync("node", script);
    }

    private static async Task PassesAsync(string program, string script)
    {
        await using var simulator = await SimulatorHost.StartInRealTimeAsync(ShortTimings);
        var run = await StrangerProcess.RunAsync(
            program, [Path.Combine(Scripts, script), simulator.Address.ToString()], TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        if (run is not { } ended)
        {
            Requirement.Skip($"{program} is missing");
            return;
        }

        Assert.True(ended.ExitCode == 0, ended.Output);
        Assert.EndsWith("passed", ended.Output.TrimEnd(), StringComparison.Ordinal);
    }
}
