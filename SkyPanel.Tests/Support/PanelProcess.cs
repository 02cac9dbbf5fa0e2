using System.Collections.Concurrent;
using System.Diagnostics;

namespace SkyPanel.Tests.Support;

/// <summary>The built panel as a process of its own, on a free port, as a newcomer starts it. It can be killed without notice, and dies with the tests.</summary>
internal sealed class PanelProcess : IAsyncDisposable
{
    private const string Announcement = "Now listening on: ";

    // Ends the panel when our end of its input closes, so that it dies with the tests however they die. The guard holds none of the panel's
    // output, so that its end is the output's end.
    private const string Guarded = "exec 3<&0; \"$@\" 3<&- </dev/null & panel=$!; (cat <&3; kill -9 $panel) >/dev/null 2>&1 & wait $panel";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);
    private readonly ConcurrentQueue<string> _log = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process _process;

    private PanelProcess(string folder, IEnumerable<string> settings)
    {
        _process = new Process { StartInfo = StartInfo(folder, settings), EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.Exited += (_, _) => _address.TrySetException(new InvalidOperationException("The panel ended."));
    }

    public int ExitCode => _process.ExitCode;

    /// <summary>What it has written so far.</summary>
    public string Log => string.Join('\n', _log);

    /// <summary>Starts the panel that was built with the tests.</summary>
    /// <param name="folder">Its data folder.</param>
    /// <param name="settings">As on its command line: <c>Name:Of:Setting=value</c>.</param>
    public static PanelProcess Start(string folder, params IEnumerable<string> settings)
    {
        var panel = new PanelProcess(folder, settings);
        panel._process.Start();
        panel._process.BeginOutputReadLine();
        panel._process.BeginErrorReadLine();
        return panel;
    }

    /// <summary>Where it listens, once it does.</summary>
    public async Task<Uri> AddressAsync()
    {
        try
        {
            return await _address.Task.WaitAsync(Limit);
        }
        catch (Exception ex) when (ex is TimeoutException or InvalidOperationException)
        {
            Kill();
            throw new InvalidOperationException($"The panel did not start.\n{Log}", ex);
        }
    }

    /// <summary>Until it has ended by itself.</summary>
    public Task EndAsync() => _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Limit);

    /// <summary>SIGKILL, to its children as well: no handler runs, nothing is flushed.</summary>
    public void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
            _process.StandardInput.Close();
        }
        catch (InvalidOperationException)
        {
            // It has ended.
        }
    }

    public async ValueTask DisposeAsync()
    {
        Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }

    private static ProcessStartInfo StartInfo(string folder, IEnumerable<string> settings)
    {
        // bin/<configuration>/<framework>, here and there.
        var output = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var project = Path.Combine(Repository.Root, "SkyPanel.Web");
        var dll = Path.Combine(project, "bin", output.Parent!.Name, output.Name, "SkyPanel.Web.dll");
        string[] panel = ["dotnet", "exec", dll, "--urls=http://127.0.0.1:0", $"--Panel:DataFolder={folder}", .. settings.Select(x => $"--{x}")];
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
