using SkyPanel.Web.Hosting.Settings;
using SkyPanel.Web.Hosting.Simulator;

namespace SkyPanel.Tests.Web.Hosting.Simulator;

public sealed class SimulatorProcessTests
{
    [Fact]
    public async Task ReadAddress_AmongOtherLines_FindsTheAnnouncement()
    {
        using var output = new StringReader("info: hello\nSkyPanel.Simulator listening on http://127.0.0.1:40123\nmore");

        Assert.Equal(new Uri("http://127.0.0.1:40123"), await SimulatorProcess.ReadAddressAsync(output, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task ReadAddress_ChildThatEndsAtOnce_IsRefused()
    {
        using var output = new StringReader("Unhandled exception");

        await Assert.ThrowsAsync<StartRefusedException>(() => SimulatorProcess.ReadAddressAsync(output, TestContext.Current.CancellationToken));
    }
}
