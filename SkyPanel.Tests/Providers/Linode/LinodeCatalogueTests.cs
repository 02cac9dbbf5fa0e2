using System.Collections.Frozen;
using System.Net;
using SkyPanel.Core.Data;
using SkyPanel.Core.Providers;

namespace SkyPanel.Tests.Providers.Linode;

public sealed class LinodeCatalogueTests
{
    private const string Types = """
        {"id":"g6-nanode-1","label":"Nanode 1GB","class":"nanode","vcpus":1,"memory":1024,"disk":25600,"transfer":1000,"successor":null,
         "price":{"hourly":0.0075,"monthly":5.0},"region_prices":[{"id":"br-gru","hourly":0.0105,"monthly":7.0}]},
        {"id":"g7-premium-2","label":"Premium 4GB","class":"premium","price":{"hourly":0.0645,"monthly":43}},
        {"id":"old-1","label":"Old","class":"standard","successor":"g6-nanode-1","price":{"hourly":1,"monthly":1}},
        {"id":"free-1","label":"No price","class":"standard","price":{"hourly":null,"monthly":null}},
        {"id":"gpu-1","label":"GPU","class":"gpu","price":{"hourly":2,"monthly":null}}
        """;

    private const string Regions = """
        {"id":"us-east","label":"Newark, NJ","country":"us","status":"ok","site_type":"core","capabilities":["Linodes","Premium Plans","GPU Linodes"]},
        {"id":"br-gru","label":"Sao Paulo, BR","country":"br","status":"ok","site_type":"core","capabilities":["Linodes","Premium Plans"]},
        {"id":"eu-west","label":"London, UK","country":"gb","status":"outage","site_type":"core","capabilities":["Linodes"]},
        {"id":"us-den-1","label":"Edge","country":"us","status":"ok","site_type":"distributed","capabilities":["Linodes"]}
        """;

    private const string Scarce = """
        {"region":"us-east","plan":"g7-premium-2","available":false},{"region":"us-east","plan":"gpu-1","available":true},
        {"region":"br-gru","plan":"gpu-1","available":false}
        """;

    private const string Images = """
        {"id":"linode/debian12","label":"Debian 12","vendor":"Debian","size":1800,"is_public":true,"deprecated":false,"status":"available","capabilities":["cloud-init"]},
        {"id":"linode/slackware15.0","label":"Slackware 15.0","vendor":null,"size":11600,"is_public":true,"deprecated":false,"status":"available","capabilities":[]},
        {"id":"linode/centos7","label":"CentOS 7","vendor":"CentOS","is_public":true,"deprecated":true,"status":"available"},
        {"id":"linode/debian12-kube-v1.36.0","label":"K","vendor":"Debian","is_public":true,"deprecated":false,"status":"available"},
        {"id":"linode/ubuntu24.04-nvidia","label":"N","vendor":"Ubuntu","is_public":true,"deprecated":false,"status":"available"},
        {"id":"private/1","label":"mine","vendor":null,"is_public":false,"deprecated":false,"status":"available"}
        """;

    [Fact]
    public async Task Plans_UnitsAndRegionPrices_AreOurs()
    {
        await using var bench = Bench();

        var plans = await bench.For(ProviderBench.Linode).ListPlansAsync(ProviderBench.Cancellation);

        var nanode = plans.Single(x => x.Id is "g6-nanode-1");
        Assert.Equal((PlanClass.Shared, 1, 1024, 25, 1000), (nanode.Class, nanode.Vcpus, nanode.MemoryMib, nanode.DiskGib, nanode.TransferGb));
        Assert.Equal(new ProviderCost("USD", new Money(7_500), new Money(5_000_000)), nanode.CostIn("us-east"));
        Assert.Equal(new ProviderCost("USD", new Money(10_500), new Money(7_000_000)), nanode.CostIn("br-gru"));
        Assert.Null(nanode.RegionIds);
    }

    [Fact]
    public async Task Plans_SupersededOrUnpriced_AreLeftOut()
    {
        await using var bench = Bench();

        var plans = await bench.For(ProviderBench.Linode).ListPlansAsync(ProviderBench.Cancellation);

        Assert.Equal(["g6-nanode-1", "g7-premium-2", "gpu-1"], plans.Select(x => x.Id), StringComparer.Ordinal);
        Assert.Equal(1_488_000_000, plans[2].Cost.Monthly.Micros);
    }

    [Theory]
    [InlineData("g7-premium-2", "us-east", false)]
    [InlineData("g7-premium-2", "br-gru", true)]
    [InlineData("g7-premium-2", "eu-west", false)]
    [InlineData("gpu-1", "us-east", true)]
    [InlineData("gpu-1", "br-gru", false)]
    [InlineData("gpu-1", "us-den-1", false)]
    [InlineData("g6-nanode-1", "eu-west", true)]
    public async Task Plans_Scarce_AreWhereTheVendorSays(string plan, string region, bool available)
    {
        await using var bench = Bench();

        var plans = await bench.For(ProviderBench.Linode).ListPlansAsync(ProviderBench.Cancellation);

        Assert.Equal(available, plans.Single(x => x.Id.Equals(plan, StringComparison.Ordinal)).IsAvailableIn(region));
    }

    [Fact]
    public async Task Images_OnlyWhatIsOffered()
    {
        await using var bench = Bench();

        var images = await bench.For(ProviderBench.Linode).ListImagesAsync(ProviderBench.Cancellation);

        Assert.Equal(
            [new ProviderImage("linode/debian12", "Debian 12", "Debian", 2, null, true), new ProviderImage("linode/slackware15.0", "Slackware 15.0", "Slackware", 12, null, false)],
            images);
    }

    [Fact]
    public async Task Regions_OnlyCoreSites()
    {
        await using var bench = Bench();

        var regions = await bench.For(ProviderBench.Linode).ListRegionsAsync(ProviderBench.Cancellation);

        Assert.Equal(
            [
                new ProviderRegion("us-east", "Newark", "us", Continent.NorthAmerica, true),
                new ProviderRegion("br-gru", "Sao Paulo", "br", Continent.SouthAmerica, true),
                new ProviderRegion("eu-west", "London", "gb", Continent.Europe, false),
            ],
            regions.Select(x => x with { Features = FrozenSet<RegionFeature>.Empty }));
    }

    private static ProviderBench Bench() => new(new WireStub(x => WireStub.Json(Page(x.PathAndQuery.Split('?')[0] switch
    {
        "/v4/linode/types" => Types,
        "/v4/regions/availability" => Scarce,
        "/v4/regions" => Regions,
        _ => Images,
    }))));

    private static string Page(string items) => $$"""{"data":[{{items}}],"page":1,"pages":1,"results":9}""";
}
