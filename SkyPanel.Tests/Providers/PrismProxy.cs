using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using SkyPanel.Tests.Support;

namespace SkyPanel.Tests.Providers;

/// <summary>
/// Somebody else's judge between an adapter and the simulator: Prism holds every request and answer against the vendor's own description
/// and names in the header sl-violations what breaks it. Installed beside the official clients; the program is not part of the repository.
/// </summary>
internal sealed class PrismProxy : IAsyncDisposable
{
    private readonly Process _process;

    private PrismProxy(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    /// <summary>Skips the running test where there is no Prism.</summary>
    public static async Task<PrismProxy> StartAsync(string description, Uri upstream, CancellationToken cancellationToken)
    {
        var program = Path.Combine(Repository.Root, "scripts", "clients", "node_modules", ".bin", "prism");
        if (!File.Exists(program))
        {
            Requirement.Skip("Prism is missing: scripts/install-test-needs.sh installs it where npm is");
        }

        var port = FreePort();
        var start = new ProcessStartInfo(program, ["proxy", "-h", "127.0.0.1", "-p", $"{port}", ContractData.Path(description), upstream.ToString().TrimEnd('/')])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["CI"] = "1";
        start.Environment["NO_COLOR"] = "1";
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var proxy = new PrismProxy(process, new Uri($"http://127.0.0.1:{port}"));
        await proxy.ListenAsync(cancellationToken);
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>It reads the whole description first.</summary>
    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < 600 && !_process.HasExited; tries++)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(Address.Host, Address.Port, cancellationToken);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(100, cancellationToken);
            }
        }

        Assert.Fail("Prism does not listen");
    }
}
