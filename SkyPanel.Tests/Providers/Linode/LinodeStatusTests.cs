using System.Net;
using SkyPanel.Core.Providers;
using SkyPanel.Providers.Linode;

namespace SkyPanel.Tests.Providers.Linode;

public sealed class LinodeStatusTests
{
    [Theory]
    [InlineData("provisioning", InstanceStatus.Provisioning, true)]
    [InlineData("booting", InstanceStatus.Starting, true)]
    [InlineData("running", InstanceStatus.Running, false)]
    [InlineData("shutting_down", InstanceStatus.Stopping, true)]
    [InlineData("offline", InstanceStatus.Stopped, false)]
    [InlineData("stopped", InstanceStatus.Stopped, false)]
    [InlineData("rebooting", InstanceStatus.Rebooting, true)]
    [InlineData("resizing", InstanceStatus.Resizing, true)]
    [InlineData("migrating", InstanceStatus.Migrating, true)]
    [InlineData("rebuilding", InstanceStatus.Rebuilding, true)]
    [InlineData("restoring", InstanceStatus.Restoring, true)]
    [InlineData("cloning", InstanceStatus.Cloning, true)]
    [InlineData("deleting", InstanceStatus.Deleting, true)]
    [InlineData("billing_suspension", InstanceStatus.Suspended, false)]
    [InlineData("busy", InstanceStatus.Unknown, true)]
    [InlineData("dancing", InstanceStatus.Unknown, false)]
    [InlineData(null, InstanceStatus.Unknown, false)]
    public void Map_VendorsWord_IsOurs(string? word, InstanceStatus status, bool busy)
        => Assert.Equal((status, busy), (LinodeStatus.Map(word), LinodeStatus.IsBusy(word)));

    [Fact]
    public async Task Get_UnknownWord_IsCounted()
    {
        using var counted = new UnknownStatusCounter();
        using var wire = WireStub.Always(HttpStatusCode.OK, """{"id":7,"status":"dancing-the-tango"}""");
        await using var bench = new ProviderBench(wire);

        var found = await bench.For(ProviderBench.Linode).GetInstanceAsync("7", ProviderBench.Cancellation);

        Assert.Equal(InstanceStatus.Unknown, found!.Status);
        Assert.Equal(1, counted.Of("linode", "dancing-the-tango"));
    }

    [Fact]
    public async Task Get_NotFound_IsNull()
    {
        using var wire = WireStub.Always(HttpStatusCode.NotFound, """{"errors":[{"reason":"Not found"}]}""");
        await using var bench = new ProviderBench(wire);

        Assert.Null(await bench.For(ProviderBench.Linode).GetInstanceAsync("7", ProviderBench.Cancellation));
    }
}
