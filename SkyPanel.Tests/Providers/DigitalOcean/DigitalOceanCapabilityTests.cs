using System.Net;
using SkyPanel.Core.Providers;
using SkyPanel.Core.Providers.Capabilities;

namespace SkyPanel.Tests.Providers.DigitalOcean;

public sealed class DigitalOceanCapabilityTests
{
    [Fact]
    public async Task HardPowerAndRename_AreActionsSentOnce()
    {
        using var wire = WireStub.Always(HttpStatusCode.Created, """{"action":{"id":1}}""");
        await using var bench = new ProviderBench(wire);
        var provider = bench.For(ProviderBench.DigitalOcean);

        await provider.Capability<IHardPower>()!.PowerOffAsync("7", ProviderBench.Cancellation);
        await provider.Capability<IHardPower>()!.PowerCycleAsync("7", ProviderBench.Cancellation);
        await provider.Capability<IRenaming>()!.RenameAsync("7", "web-2", ProviderBench.Cancellation);

        Assert.All(wire.Sent, x => Assert.Equal("POST /v2/droplets/7/actions", x.ToString()));
        Assert.Equal(["""{"type":"power_off"}""", """{"type":"power_cycle"}""", """{"type":"rename","name":"web-2"}"""], wire.Sent.Select(x => x.Body));
    }

    [Fact]
    public async Task PowerOff_MachineIsOff_IsItsState()
    {
        using var wire = WireStub.Always(HttpStatusCode.UnprocessableEntity, """{"id":"unprocessable_entity","message":"Droplet is already powered off."}""");
        await using var bench = new ProviderBench(wire);

        var error = await ProviderBench.TryAsync(() => bench.For(ProviderBench.DigitalOcean).Capability<IHardPower>()!.PowerOffAsync("7", ProviderBench.Cancellation));

        Assert.Equal((ProviderErrorCode.InvalidAction, ProviderOutcome.None), (error!.Code, error.Outcome));
    }

    [Fact]
    public async Task Tags_NotThereYet_AreMadeAndThenSet()
    {
        var made = false;
        using var wire = new WireStub(x =>
        {
            made |= x.PathAndQuery == "/v2/tags";
            return WireStub.Answer(made ? HttpStatusCode.NoContent : HttpStatusCode.NotFound, """{"id":"not_found","message":"no"}""");
        });
        await using var bench = new ProviderBench(wire);

        await bench.For(ProviderBench.DigitalOcean).Capability<ITagging>()!.AddTagAsync("7", "web", ProviderBench.Cancellation);

        Assert.Equal(["POST /v2/tags/web/resources", "POST /v2/tags", "POST /v2/tags/web/resources"], wire.Sent.Select(x => x.ToString()));
        Assert.Equal("""{"resources":[{"resource_id":"7","resource_type":"droplet"}]}""", wire.Sent[^1].Body);
    }

    [Fact]
    public async Task Tags_RemovedTwice_AreGoneBothTimes()
    {
        using var wire = WireStub.Always(HttpStatusCode.NotFound, """{"id":"not_found","message":"no"}""");
        await using var bench = new ProviderBench(wire);

        await bench.For(ProviderBench.DigitalOcean).Capability<ITagging>()!.RemoveTagAsync("7", "web", ProviderBench.Cancellation);

        Assert.Equal("DELETE /v2/tags/web/resources", Assert.Single(wire.Sent).ToString());
        Assert.Contains("\"7\"", wire.Sent[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Vpcs_AreListed()
    {
        using var wire = WireStub.Always(
            HttpStatusCode.OK,
            """{"vpcs":[{"id":"5a4981aa","name":"default-fra1","ip_range":"10.114.0.0/20","region":"fra1","default":true},{"id":"88","region":"nyc3"}],"links":{},"meta":{"total":2}}""");
        await using var bench = new ProviderBench(wire);

        var vpcs = await bench.For(ProviderBench.DigitalOcean).Capability<IVpcs>()!.ListVpcsAsync(ProviderBench.Cancellation);

        Assert.Equal([new ProviderVpc("5a4981aa", "default-fra1", "fra1", "10.114.0.0/20", true), new ProviderVpc("88", "88", "nyc3", null, false)], vpcs);
    }

    [Fact]
    public async Task Apps_NamesAndDisks_ComeFromTheListOfImages()
    {
        using var wire = new WireStub(x => WireStub.Json(x.PathAndQuery.Contains("1-clicks", StringComparison.Ordinal)
            ? """{"1_clicks":[{"slug":"wordpress-20-04","type":"droplet"},{"slug":"small-thing","type":"droplet"},{"slug":"monitoring","type":"kubernetes"}]}"""
            : """{"images":[{"id":1,"slug":"wordpress-20-04","name":"WordPress 6 on Ubuntu","public":true,"min_disk_size":25,"regions":["fra1"]}]}"""));
        await using var bench = new ProviderBench(wire);

        var apps = await bench.For(ProviderBench.DigitalOcean).Capability<IMarketplaceCatalog>()!.ListAppsAsync(ProviderBench.Cancellation);

        Assert.Equal([("wordpress-20-04", "WordPress 6 on Ubuntu", 25), ("small-thing", "Small Thing", 0)], apps.Select(x => (x.Id, x.Name, x.MinDiskGib)));
        Assert.Equal(["fra1"], apps[0].RegionIds);
    }

    [Fact]
    public async Task Plans_GpusAndBackups_AreTold()
    {
        using var wire = WireStub.Always(HttpStatusCode.OK, """{"sizes":[{"slug":"gpu-h100x8-640gb","price_monthly":100,"price_hourly":0.15,"gpu_info":{"count":8,"model":"nvidia_h100"}}]}""");
        await using var bench = new ProviderBench(wire);

        var plan = Assert.Single(await bench.For(ProviderBench.DigitalOcean).ListPlansAsync(ProviderBench.Cancellation));

        Assert.Equal(8, plan.Gpus);
        Assert.Equal((20m, 30m), (plan.AddOns["backups-weekly"].Cost.Monthly.Amount, plan.AddOns["backups-daily"].Cost.Monthly.Amount));
        Assert.All(bench.For(ProviderBench.DigitalOcean).Descriptor.DeploymentOptions.SelectMany(x => x.Choices), x => Assert.Contains(x.AddOn!, plan.AddOns.Keys));
    }

    [Fact]
    public async Task Regions_Features_AreInOurWords()
    {
        using var wire = WireStub.Always(HttpStatusCode.OK, """{"regions":[{"slug":"fra1","name":"Frankfurt 1","available":true,"features":["backups","ipv6","teleport"]}]}""");
        await using var bench = new ProviderBench(wire);

        var region = Assert.Single(await bench.For(ProviderBench.DigitalOcean).ListRegionsAsync(ProviderBench.Cancellation));

        Assert.Equal([RegionFeature.Backups, RegionFeature.Ipv6], region.Features.Order());
    }
}
