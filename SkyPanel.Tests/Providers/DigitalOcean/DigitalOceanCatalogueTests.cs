using System.Net;
using SkyPanel.Core.Data;
using SkyPanel.Core.Providers;
using SkyPanel.Providers.DigitalOcean;

namespace SkyPanel.Tests.Providers.DigitalOcean;

public sealed class DigitalOceanCatalogueTests
{
    [Fact]
    public async Task Plans_Units_AreOurs()
    {
        var plan = Assert.Single(await PlansAsync(
            """
            {"slug":"s-1vcpu-512mb-10gb","memory":512,"vcpus":1,"disk":10,"transfer":0.5,"price_monthly":4.0,"price_hourly":0.00595,
             "regions":["ams3","fra1"],"available":true,"description":"Basic"}
            """));

        Assert.Equal((512, 10, 500, 1), (plan.MemoryMib, plan.DiskGib, plan.TransferGb, plan.Vcpus));
        Assert.Equal(new ProviderCost("USD", new Money(5_950), new Money(4_000_000)), plan.CostIn("anywhere"));
        Assert.True(plan.IsAvailableIn("fra1"));
        Assert.False(plan.IsAvailableIn("nyc3"));
        Assert.Equal("Basic 1 vCPU 0.5 GB", plan.Name);
    }

    [Fact]
    public async Task Plans_PriceWithFloatNoise_IsNotRoundedUp()
        => Assert.Equal(7_440, Assert.Single(await PlansAsync("""{"slug":"s-1","price_monthly":5,"price_hourly":0.00743999984115362}""")).Cost.Hourly.Micros);

    [Theory]
    [InlineData("[\"fra1\"]", "false")]
    [InlineData("[]", "true")]
    public async Task Plans_SoldOut_IsNowhere(string regions, string available)
        => Assert.False(Assert.Single(await PlansAsync(
            $$"""{"slug":"s-1","price_monthly":"5","price_hourly":"0.007","regions":{{regions}},"available":{{available}}}""")).IsAvailableIn("fra1"));

    [Fact]
    public async Task Plans_SpotOrUnpriced_AreLeftOut()
        => Assert.Empty(await PlansAsync("""{"slug":"gpu-b300x1-288gb-spot","price_monthly":5,"price_hourly":1},{"slug":"s-2"}"""));

    [Theory]
    [InlineData("s-1vcpu-1gb", PlanClass.Shared)]
    [InlineData("c-2", PlanClass.Dedicated)]
    [InlineData("c2-2vcpu-4gb", PlanClass.Dedicated)]
    [InlineData("c5-2vcpu-4gb", PlanClass.Dedicated)]
    [InlineData("g-2vcpu-8gb", PlanClass.Dedicated)]
    [InlineData("g5_5-2vcpu", PlanClass.Dedicated)]
    [InlineData("gd-2vcpu-8gb", PlanClass.Dedicated)]
    [InlineData("m-2vcpu-16gb", PlanClass.HighMemory)]
    [InlineData("m3-2vcpu-16gb", PlanClass.HighMemory)]
    [InlineData("so-2vcpu-16gb", PlanClass.Storage)]
    [InlineData("so1_5-2vcpu-16gb", PlanClass.Storage)]
    [InlineData("gpu-h100x1-80gb", PlanClass.Gpu)]
    [InlineData("new-thing", PlanClass.Other)]
    public void PlanClass_Slug_TellsTheFamily(string slug, PlanClass expected) => Assert.Equal(expected, DigitalOceanPlanClass.Of(slug));

    [Theory]
    [InlineData("""{"id":1,"slug":"ubuntu-24-04-x64","name":"24.04 (LTS) x64","distribution":"Ubuntu","public":true,"min_disk_size":7,"status":"available","regions":["fra1"]}""", "Ubuntu 24.04 (LTS)")]
    [InlineData("""{"id":1,"slug":"almalinux-9-x64","name":"AlmaLinux 9","distribution":"AlmaLinux","public":true,"status":"available"}""", "AlmaLinux 9")]
    [InlineData("""{"id":1,"slug":null,"name":"mine","distribution":"Ubuntu","public":false}""", null)]
    [InlineData("""{"id":1,"slug":"old","name":"old","distribution":"Ubuntu","public":true,"status":"retired"}""", null)]
    [InlineData("""{"id":1,"slug":"gpu-h100x1-base","name":"AI/ML Ready","distribution":"Ubuntu","public":true,"status":"available"}""", null)]
    public async Task Images_AreNamedForPeopleAndHiddenWhenNotOffered(string image, string? expected)
    {
        using var wire = WireStub.Always(HttpStatusCode.OK, $$$"""{"images":[{{{image}}}],"links":{},"meta":{"total":1}}""");
        await using var bench = new ProviderBench(wire);

        var images = await bench.For(ProviderBench.DigitalOcean).ListImagesAsync(ProviderBench.Cancellation);

        Assert.Equal(expected, images.SingleOrDefault()?.Name);
    }

    [Theory]
    [InlineData("nyc3", "New York 3", "us", Continent.NorthAmerica)]
    [InlineData("fra1", "Frankfurt 1", "de", Continent.Europe)]
    [InlineData("syd1", "Sydney 1", "au", Continent.Oceania)]
    [InlineData("xyz1", "Nowhere 1", "", Continent.Other)]
    public async Task Regions_AreGroupedForPeople(string slug, string name, string country, Continent continent)
    {
        using var wire = WireStub.Always(HttpStatusCode.OK, $$$"""{"regions":[{"slug":"{{{slug}}}","name":"{{{name}}}","available":true}],"links":{},"meta":{"total":1}}""");
        await using var bench = new ProviderBench(wire);

        var region = Assert.Single(await bench.For(ProviderBench.DigitalOcean).ListRegionsAsync(ProviderBench.Cancellation));

        Assert.Equal(new ProviderRegion(slug, name, country, continent, Available: true), region);
    }

    [Theory]
    [InlineData("active", "", null)]
    [InlineData("warning", "Verify your e-mail", "The account's status is warning. Verify your e-mail")]
    [InlineData("locked", "", "The account's status is locked.")]
    public async Task Validate_AccountStatus_IsAWarning(string status, string message, string? warning)
    {
        using var wire = new WireStub(x => WireStub.Json(x.PathAndQuery.EndsWith("/account", StringComparison.Ordinal)
            ? $$$"""{"account":{"droplet_limit":25,"email":"ops@example.com","status":"{{{status}}}","status_message":"{{{message}}}","team":{"name":"My Team"} } }"""
            : """{"droplets":[],"links":{},"meta":{"total":0}}"""));
        await using var bench = new ProviderBench(wire);

        var account = await bench.For(ProviderBench.DigitalOcean).ValidateCredentialsAsync(ProviderBench.Cancellation);

        Assert.Equal(new ProviderAccountInfo("ops@example.com (My Team)", 25, warning), account);
    }

    private static async Task<IReadOnlyList<ProviderPlan>> PlansAsync(string sizes)
    {
        using var wire = WireStub.Always(HttpStatusCode.OK, $$$"""{"sizes":[{{{sizes}}}],"links":{},"meta":{}}""");
        await using var bench = new ProviderBench(wire);
        return await bench.For(ProviderBench.DigitalOcean).ListPlansAsync(ProviderBench.Cancellation);
    }
}
