using System.Globalization;
using SkyPanel.Simulator.State;

namespace SkyPanel.Simulator;

/// <summary>What the command line chooses. Arguments that are not ours are left for the web host (such as <c>--urls</c>).</summary>
internal sealed class SimulatorOptions
{
    public SimulatorTimings Timings { get; private set; } = new();

    public string? StateFile { get; private set; }

    public bool StayWithStdin { get; private set; }

    /// <summary>Machines that one account may have at each vendor before a create is refused.</summary>
    public int MachineLimit { get; private set; } = 1000;

    /// <summary>Whether requests above the published limits are refused.</summary>
    public bool RateLimits { get; private set; } = true;

    /// <summary>Two simulators with the same seed give the same ids and the same luck; not negative.</summary>
    public int Seed { get; private set; }

    public IReadOnlyList<string> HostArguments { get; private set; } = [];

    public static SimulatorOptions Parse(IReadOnlyList<string> args)
    {
        var options = new SimulatorOptions();
        var host = new List<string>();
        var rest = new Queue<string>(args);
        while (rest.TryDequeue(out var argument))
        {
            options.Take(argument, rest, host);
        }

        options.HostArguments = host;
        return options;
    }

    private void Take(string argument, Queue<string> rest, List<string> host)
    {
        switch (argument)
        {
            case "--stay-with-stdin":
                StayWithStdin = true;
                break;
            case "--no-rate-limits":
                RateLimits = false;
                break;
            case "--state":
                StateFile = Path.GetFullPath(Value(argument, rest));
                break;
            case "--machine-limit":
                MachineLimit = int.Parse(Value(argument, rest), CultureInfo.InvariantCulture);
                break;
            case "--seed":
                Seed = int.Parse(Value(argument, rest), NumberStyles.None, CultureInfo.InvariantCulture);
                break;
            case "--provisioning-seconds":
                Timings = Timings with { ProvisioningSeconds = Seconds(argument, rest) };
                break;
            case "--boot-seconds":
                Timings = Timings with { BootSeconds = Seconds(argument, rest) };
                break;
            case "--shutdown-seconds":
                Timings = Timings with { ShutdownSeconds = Seconds(argument, rest) };
                break;
            case "--reboot-seconds":
                Timings = Timings with { RebootSeconds = Seconds(argument, rest) };
                break;
            case "--tag-delay-seconds":
                Timings = Timings with { TagDelaySeconds = Seconds(argument, rest) };
                break;
            default:
                host.Add(argument);
                break;
        }
    }

    private static string Value(string argument, Queue<string> rest)
        => rest.TryDequeue(out var value) ? value : throw new ArgumentException($"{argument} needs a value.", nameof(rest));

    private static double Seconds(string argument, Queue<string> rest)
        => double.Parse(Value(argument, rest), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
}
