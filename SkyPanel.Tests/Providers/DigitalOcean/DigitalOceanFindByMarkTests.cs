using System.Net;
using SkyPanel.Core.Providers;

namespace SkyPanel.Tests.Providers.DigitalOcean;

public sealed class DigitalOceanFindByMarkTests
{
    private const string Other = "sp-ffffffffffffffffffffffffffffffff";
    private static readonly DateTimeOffset Submitted = new(2026, 9, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly MarkQuery Query = new(ProviderBench.Mark, "web-1", "s-1vcpu-1gb", "fra1", Submitted);

    [Fact]
    public async Task Find_Tagged_IsMarkedAndNoSuspect()
    {
        using var wire = Wire(tagged: Machine(1, tags: $"\"{ProviderBench.Mark}\""), named: Machine(1, tags: $"\"{ProviderBench.Mark}\""));
        await using var bench = new ProviderBench(wire);

        var found = await bench.For(ProviderBench.DigitalOcean).FindByMarkAsync(Query, ProviderBench.Cancellation);

        Assert.Equal(["1"], found.Marked.Select(x => x.Id), StringComparer.Ordinal);
        Assert.Empty(found.Suspects);
    }

    [Theory]
    [InlineData("web-1", "s-1vcpu-1gb", "fra1", "2026-09-01T12:00:05Z", "", true)]
    [InlineData("WEB-1", "s-1vcpu-1gb", "fra1", "2026-09-01T12:00:05Z", "", true)]
    [InlineData("web-1", "s-1vcpu-1gb", "fra1", "2026-09-01T11:57:00Z", "", true)]
    [InlineData("web-1", "s-1vcpu-1gb", "fra1", "2026-09-01T12:00:05Z", "\"prod\"", true)]
    [InlineData("web-1", "s-1vcpu-1gb", "fra1", "2026-09-01T11:40:00Z", "", false)]
    [InlineData("web-1", "s-1vcpu-1gb", "fra1", "2026-09-01T12:00:05Z", "\"" + Other + "\"", false)]
    [InlineData("web-2", "s-1vcpu-1gb", "fra1", "2026-09-01T12:00:05Z", "", false)]
    [InlineData("web-1", "s-2vcpu-2gb", "fra1", "2026-09-01T12:00:05Z", "", false)]
    [InlineData("web-1", "s-1vcpu-1gb", "nyc3", "2026-09-01T12:00:05Z", "", false)]
    public async Task Find_NoTagYet_IsASuspectOnlyIfItCouldBeOurs(string name, string size, string region, string created, string tags, bool suspect)
    {
        using var wire = Wire(named: Machine(9, name, size, region, created, tags));
        await using var bench = new ProviderBench(wire);

        var found = await bench.For(ProviderBench.DigitalOcean).FindByMarkAsync(Query, ProviderBench.Cancellation);

        Assert.Empty(found.Marked);
        Assert.Equal(suspect ? 1 : 0, found.Suspects.Count);
    }

    [Fact]
    public async Task Find_GpuMachine_IsFoundByTagOnOurSideAndAsSuspect()
    {
        using var wire = Wire(gpus: $"{Machine(1, tags: $"\"{ProviderBench.Mark}\"")},{Machine(2)}");
        await using var bench = new ProviderBench(wire);

        var found = await bench.For(ProviderBench.DigitalOcean).FindByMarkAsync(Query, ProviderBench.Cancellation);

        Assert.Equal(["1"], found.Marked.Select(x => x.Id), StringComparer.Ordinal);
        Assert.Equal(["2"], found.Suspects.Select(x => x.Id), StringComparer.Ordinal);
        Assert.DoesNotContain(wire.Sent, x => x.PathAndQuery.Contains("type=gpus", StringComparison.Ordinal) && x.PathAndQuery.Contains("tag_name", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Find_TokenMayNotSeeTags_TrustsTheTagListing()
    {
        using var wire = Wire(tagged: """{"id":5,"name":"web-1","status":"active"}""");
        await using var bench = new ProviderBench(wire);

        var found = await bench.For(ProviderBench.DigitalOcean).FindByMarkAsync(Query, ProviderBench.Cancellation);

        Assert.Equal(["5"], found.Marked.Select(x => x.Id), StringComparer.Ordinal);
        Assert.Empty(found.Suspects);
    }

    [Theory]
    [InlineData("tag_name")]
    [InlineData("name=web-1")]
    [InlineData("type=gpus")]
    public async Task Find_AnyLegFails_Throws(string leg)
    {
        using var wire = new WireStub(x => x.PathAndQuery.Contains($"?{leg}", StringComparison.Ordinal)
            ? WireStub.Answer(HttpStatusCode.BadGateway)
            : WireStub.Json("""{"droplets":[],"links":{},"meta":{"total":0}}"""));
        await using var bench = new ProviderBench(wire);

        await Assert.ThrowsAsync<ProviderException>(() => bench.For(ProviderBench.DigitalOcean).FindByMarkAsync(Query, ProviderBench.Cancellation));
    }

    private static WireStub Wire(string tagged = "", string named = "", string gpus = "") => new(x => WireStub.Json(
        $$$"""{"droplets":[{{{(x.PathAndQuery.Contains("tag_name", StringComparison.Ordinal) ? tagged : x.PathAndQuery.Contains("gpus", StringComparison.Ordinal) ? gpus : named)}}}],"links":{},"meta":{}}"""));

    private static string Machine(
        int id, string name = "web-1", string size = "s-1vcpu-1gb", string region = "fra1", string created = "2026-09-01T12:00:05Z", string tags = "")
        => $$$"""{"id":{{{id}}},"name":"{{{name}}}","status":"new","size_slug":"{{{size}}}","region":{"slug":"{{{region}}}"},"created_at":"{{{created}}}","tags":[{{{tags}}}]}""";
}
