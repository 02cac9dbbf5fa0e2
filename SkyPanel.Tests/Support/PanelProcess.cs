using System.Diagnostics;
using System.Text;
using SkyPanel.Web.Components;

namespace SkyPanel.Tests.Support;

/// <summary>The panel as its own process, as a newcomer starts it. It can be killed without notice; whatever is left of it ends with the test.</summary>
internal sealed class PanelProcess : IAsyncDisposable
{
    private const string Announcement = "SkyPanel is at ";
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private PanelProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, x) => Take(x.Data);
        process.ErrorDataReceived += (_, x) => Take(x.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int ExitCode => _process.ExitCode;

    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>Starts the panel that was built with the tests, on a free port.</summary>
    /// <param name="folder">Its data folder.</param>
    /// <param name="settings">As on its command line: <c>Name:Of:Setting=value</c>.</param>
    public static PanelProcess Start(string folder, params IEnumerable<string> settings)
    {
        var program = Path.Combine(Repository.Root, "SkyPanel.Web", "bin", Configuration, "net10.0", $"{typeof(App).Assembly.GetName().Name}.dll");
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { program, "--urls=http://127.0.0.1:0", $"--Panel:DataFolder={folder}" },
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["ASPNETCORE_URLS"] = null },
        };
        foreach (var setting in settings)
        {
            start.ArgumentList.Add($"--{setting}");
        }

        return new PanelProcess(Process.Start(start)!);
    }

    /// <summary>Where it listens, once it does.</summary>
    public async Task<Uri> AddressAsync(CancellationToken cancellationToken)
    {
        var ended = _process.WaitForExitAsync(cancellationToken);
        var first = await Task.WhenAny(_address.Task, ended).WaitAsync(TimeSpan.FromSeconds(90), cancellationToken);
        return first == ended && !_address.Task.IsCompleted
            ? throw new InvalidOperationException($"The panel ended with {_process.ExitCode}:{Environment.NewLine}{Output}")
            : await _address.Task;
    }

    public Task EndAsync(CancellationToken cancellationToken) =>
        _process.WaitForExitAsync(cancellationToken).WaitAsync(TimeSpan.FromSeconds(90), cancellationToken);

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public async Task KillAsync(CancellationToken cancellationToken)
    {
        _process.Kill();
        await EndAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
    }

    private static string Configuration =>
#if DEBUG
        "Debug";
#else
        "Release";
#endif

    private void Take(string? line)
    {
        lock (_output)
        {
            _output.AppendLine(line);
        }

        if (line?.IndexOf(Announcement, StringComparison.Ordinal) is { } at and >= 0)
        {
            _address.TrySetResult(new Uri(line[(at + Announcement.Length)..].Trim()));
        }
    }
}
