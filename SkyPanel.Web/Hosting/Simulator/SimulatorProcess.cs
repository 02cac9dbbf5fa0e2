using System.Diagnostics;
using System.Reflection;
using SkyPanel.Web.Hosting.Settings;

namespace SkyPanel.Web.Hosting.Simulator;

/// <summary>
/// The provider simulator as a child process. It reads our end of its standard input and ends when that closes, so it dies with us however
/// we die.
/// </summary>
internal sealed class SimulatorProcess : IAsyncDisposable
{
    private const string Announcement = "SkyPanel.Simulator listening on ";
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(30);
    private readonly Process _process;

    private SimulatorProcess(Process process, Uri address) => (_process, Address) = (process, address);

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Starts the simulator that was built beside this build.</summary>
    /// <param name="stateFile">Where it keeps its machines from one start to the next.</param>
    /// <exception cref="StartRefusedException">It is not there, or did not come up.</exception>
    public static async Task<SimulatorProcess> StartAsync(string stateFile, CancellationToken cancellationToken)
    {
        var process = Process.Start(StartInfo(BuiltPath(), stateFile))
            ?? throw new StartRefusedException("The simulator could not be started. Set Simulator:Enabled to false to do without it.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(StartLimit);
        try
        {
            var address = await ReadAddressAsync(process.StandardOutput, limit.Token);
            _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
            return new SimulatorProcess(process, address);
        }
        catch (Exception ex) when (ex is OperationCanceledException or StartRefusedException)
        {
            process.Kill();
            process.Dispose();
            throw new StartRefusedException("The simulator did not say where it listens. Set Simulator:Enabled to false to do without it.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    internal static async Task<Uri> ReadAddressAsync(TextReader output, CancellationToken cancellationToken)
    {
        while (await output.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.StartsWith(Announcement, StringComparison.Ordinal))
            {
                return new Uri(line[Announcement.Length..].Trim());
            }
        }

        throw new StartRefusedException("The simulator ended at once.");
    }

    private static ProcessStartInfo StartInfo(string path, string stateFile) => new("dotnet")
    {
        ArgumentList = { path, "--urls", "http://127.0.0.1:0", "--stay-with-stdin", "--state", stateFile },
        UseShellExecute = false,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,

        // The child must not take our address or environment for its own.
        Environment = { ["ASPNETCORE_URLS"] = null, ["ASPNETCORE_ENVIRONMENT"] = null },
    };

    private static string BuiltPath()
    {
        var path = typeof(SimulatorProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(x => string.Equals(x.Key, "SimulatorPath", StringComparison.Ordinal))?.Value;
        return File.Exists(path)
            ? path
            : throw new StartRefusedException(
                "The simulator is not part of this build: it comes with Debug builds only. Set Simulator:Enabled to false to do without it.");
    }
}
