using System.Net;
using SkyPanel.Core.Providers;
using SkyPanel.Providers.DigitalOcean;

namespace SkyPanel.Tests.Providers.DigitalOcean;

public sealed class DropletStatusTests
{
    [Theory]
    [InlineData("new", null, InstanceStatus.Provisioning)]
    [InlineData("active", null, InstanceStatus.Running)]
    [InlineData("off", null, InstanceStatus.Stopped)]
    [InlineData("archive", null, InstanceStatus.Stopped)]
    [InlineData("active", "reboot", InstanceStatus.Rebooting)]
    [InlineData("active", "power_cycle", InstanceStatus.Rebooting)]
    [InlineData("active", "shutdown", InstanceStatus.Stopping)]
    [InlineData("active", "power_off", InstanceStatus.Stopping)]
    [InlineData("off", "power_on", InstanceStatus.Starting)]
    [InlineData("off", "resize", InstanceStatus.Resizing)]
    [InlineData("active", "rebuild", InstanceStatus.Rebuilding)]
    [InlineData("active", "restore", InstanceStatus.Restoring)]
    [InlineData("active", "snapshot", InstanceStatus.Running)]
    [InlineData("active", "something_new", InstanceStatus.Running)]
    [InlineData("new", "create", InstanceStatus.Provisioning)]
    [InlineData("dancing", null, InstanceStatus.Unknown)]
    [InlineData(null, null, InstanceStatus.Unknown)]
    public void Map_StatusAndAction_IsOurs(string? status, string? action, InstanceStatus expected)
        => Assert.Equal(expected, DropletStatus.Map(status, action));

    [Fact]
    public async Task Get_Locked_TellsWhatItIsDoing()
    {
        using var wire = new WireStub(x => WireStub.Json(x.PathAndQuery.Contains("/actions", StringComparison.Ordinal)
            ? """{"actions":[{"id":2,"status":"in-progress","type":"reboot"},{"id":1,"status":"completed","type":"create"}],"links":{},"meta":{"total":2}}"""
            : """{"droplet":{"id":7,"status":"active","locked":true}}"""));
        await using var bench = new ProviderBench(wire);

        var found = await bench.For(ProviderBench.DigitalOcean).GetInstanceAsync("7", ProviderBench.Cancellation);

        Assert.Equal((InstanceStatus.Rebooting, true), (found!.Status, found.Busy));
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.NotFound)]
    public async Task Get_LockedButActionsHidden_FallsBackToTheStatus(HttpStatusCode status)
    {
        using var wire = new WireStub(x => x.PathAndQuery.Contains("/actions", StringComparison.Ordinal)
            ? WireStub.Answer(status)
            : WireStub.Json("""{"droplet":{"id":7,"status":"active","locked":true}}"""));
        await using var bench = new ProviderBench(wire);

        var found = await bench.For(ProviderBench.DigitalOcean).GetInstanceAsync("7", ProviderBench.Cancellation);

        Assert.Equal((InstanceStatus.Running, true), (found!.Status, found.Busy));
    }

    [Fact]
    public async Task Get_NotLocked_CostsOneCall()
    {
        using var wire = WireStub.Always(HttpStatusCode.OK, """{"droplet":{"id":7,"status":"active"}}""");
        await using var bench = new ProviderBench(wire);

        await bench.For(ProviderBench.DigitalOcean).GetInstanceAsync("7", ProviderBench.Cancellation);

        Assert.Single(wire.Sent);
    }

    [Fact]
    public async Task Get_UnknownWord_IsCounted()
    {
        using var counted = new UnknownStatusCounter();
        using var wire = WireStub.Always(HttpStatusCode.OK, """{"droplet":{"id":7,"status":"waltzing"}}""");
        await using var bench = new ProviderBench(wire);

        await bench.For(ProviderBench.DigitalOcean).GetInstanceAsync("7", ProviderBench.Cancellation);

        Assert.Equal(1, counted.Of("digitalocean", "waltzing"));
    }

    [Fact]
    public async Task List_LockedAndGpu_AreThereAndBusy()
    {
        using var wire = new WireStub(x => WireStub.Json(x.PathAndQuery.Contains("gpus", StringComparison.Ordinal)
            ? """{"droplets":[{"id":8,"status":"active"}],"links":{},"meta":{"total":1}}"""
            : """
              {"droplets":[{"id":7,"name":"a","status":"off","locked":true,"image":{"id":55},"networks":{
                "v4":[{"ip_address":"10.0.0.1","type":"private"},{"ip_address":"192.0.2.9","type":"public"}],
                "v6":[{"ip_address":"2001:db8::9","type":"public"}]}}],"links":{},"meta":{"total":1}}
              """));
        await using var bench = new ProviderBench(wire);

        var found = await bench.For(ProviderBench.DigitalOcean).ListInstancesAsync(ProviderBench.Cancellation);

        Assert.Equal(["7", "8"], found.Select(x => x.Id), StringComparer.Ordinal);
        Assert.Equal((InstanceStatus.Stopped, true, "55"), (found[0].Status, found[0].Busy, found[0].ImageId));
        Assert.Equal(["192.0.2.9", "2001:db8::9"], found[0].Addresses, StringComparer.Ordinal);
        Assert.Equal(2, wire.Sent.Count);
    }
}
