using System.Collections.Concurrent;
using System.Diagnostics;
using SkyPanel.Tests.Support;

namespace SkyPanel.Tests.Browser;

/// <summary>The built panel as a process of its own, with its simulator and the demo, on a free port and a folder that goes with it.</summary>
internal sealed class PanelProcess : IAsyncDisposable
{
    private const string Announcement = "Now listening on: ";

    // Ends the panel when our end of its input closes, so that it dies with the tests however they die.
    private const string Guarded = "exec 3<&0; \"$@\" 3<&- </dev/null & panel=$!; (cat <&3 >/dev/null; kill -9 $panel) & wait $panel";
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(90);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("skypanel-browser-");
    private readonly ConcurrentQueue<string> _log = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process _process;

    private PanelProcess(string[] settings)
    {
        _process = new Process { StartInfo = StartInfo(_folder.FullName, settings), EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.Exited += (_, _) => _address.TrySetException(new InvalidOperationException("The panel ended."));
    }

    /// <summary>What it has written so far.</summary>
    public string Log => string.Join('\n', _log);

    /// <summary>The simulator's state, which it keeps in a file.</summary>
    public string SimulatorFile => Path.Combine(_folder.FullName, "simulator.json");

    /// <summary>Starts it and waits until it listens.</summary>
    /// <param name="settings">More arguments, as <c>--SignUp:MaxInstances=50</c>.</param>
    public static async Task<(PanelProcess Process, Uri Address)> StartAsync(params string[] settings)
    {
        var panel = new PanelProcess(settings);
        panel._process.Start();
        panel._process.BeginOutputReadLine();
        panel._process.BeginErrorReadLine();
        try
        {
            return (panel, await panel._address.Task.WaitAsync(StartLimit));
        }
        catch (Exception ex) when (ex is TimeoutException or InvalidOperationException)
        {
            await panel.DisposeAsync();
            throw new InvalidOperationException($"The panel did not start.\n{panel.Log}", ex);
        }
    }

    /// <summary>Ends it and its children at once.</summary>
    public void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
            _process.StandardInput.Close();
        }
        catch (InvalidOperationException)
        {
            // It has ended, or was never started.
        }
    }

    public async ValueTask DisposeAsync()
    {
        Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private static ProcessStartInfo StartInfo(string folder, string[] settings)
    {
        // bin/<configuration>/<framework>, here and there.
        var output = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var project = Path.Combine(Repository.Root, "SkyPanel.Web");
        var dll = Path.Combine(project, "bin", output.Parent!.Name, output.Name, "SkyPanel.Web.dll");
        string[] panel = ["dotnet", "exec", dll, "--urls", "http://127.0.0.1:0", $"--Panel:DataFolder={folder}", .. settings];
        string[] command = OperatingSystem.IsWindows() ? panel : ["/bin/sh", "-c", Guarded, "sh", .. panel];
        return new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = project,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["ASPNETCORE_URLS"] = null },
        };
    }

    private void Read(string? line)
    {
        if (line is null)
        {
            return;
        }

        _log.Enqueue(line);
        if (line.IndexOf(Announcement, StringComparison.Ordinal) is >= 0 and var at)
        {
            _address.TrySetResult(new Uri(line[(at + Announcement.Length)..].Trim()));
        }
    }
}
