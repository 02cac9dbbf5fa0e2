using System.Net;

namespace SkyPanel.Tests.Simulator;

/// <summary>The program as the panel starts it.</summary>
public sealed class ChildProcessTests
{
    private const string Announcement = "SkyPanel.Simulator listening on ";

    [Fact]
    public async Task Started_WithStayWithStdin_TellsItsAddressAndEndsWithThePipe()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var program = Path.Combine(AppContext.BaseDirectory, "SkyPanel.Simulator.dll");
        using var process = StrangerProcess.Start("dotnet", [program, "--stay-with-stdin", "--urls", "http://127.0.0.1:0"])!;
        try
        {
            var line = await process.StandardOutput.ReadLineAsync(cancellationToken);
            Assert.StartsWith(Announcement + "http://127.0.0.1:", line, StringComparison.Ordinal);
            using var client = new HttpClient();
            var health = await client.GetAsync(new Uri(line![Announcement.Length..] + "/_control/health"), cancellationToken);
            Assert.Equal(HttpStatusCode.OK, health.StatusCode);

            process.StandardInput.Close();

            await process.WaitForExitAsync(cancellationToken).WaitAsync(TimeSpan.FromSeconds(15), cancellationToken);
            Assert.Equal(0, process.ExitCode);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
