using System.Net;
using SkyPanel.Core.Providers;
using SkyPanel.Providers;

namespace SkyPanel.Tests.Providers;

public sealed class ProviderFactoryTests
{
    [Fact]
    public async Task Descriptors_AreDistinctAndComplete()
    {
        await using var bench = new ProviderBench(WireStub.Always(HttpStatusCode.OK));

        Assert.Equal(["linode", "digitalocean"], bench.Factory.Descriptors.Select(x => x.Type.Value), StringComparer.Ordinal);
        Assert.Equal([true, false], bench.Factory.Descriptors.Select(x => x.MarkIsUnique));
        Assert.All(bench.Factory.Descriptors, x =>
        {
            Assert.Equal(["images", "plans", "regions"], x.CatalogueAliases.Keys.Order(StringComparer.Ordinal), StringComparer.Ordinal);
            Assert.Same(x, bench.Factory.Describe(x.Type));
            Assert.EndsWith("_API_TOKEN", x.TokenSeedVariable, StringComparison.Ordinal);
            Assert.InRange(x.Mark.Length, 2, 3);
        });
    }

    [Fact]
    public async Task Create_UnknownType_IsProviderNotFound()
    {
        await using var bench = new ProviderBench(WireStub.Always(HttpStatusCode.OK));

        Assert.Null(bench.Factory.Describe(new ProviderType("nobody")));
        var thrown = Assert.Throws<ProviderException>(() => bench.For(new ProviderType("nobody")));
        Assert.Equal(ProviderErrorCode.ProviderNotFound, thrown.Error.Code);
    }

    [Fact]
    public void Assembly_ExportsOneType()
        => Assert.Equal([typeof(ProviderServiceCollectionExtensions)], typeof(ProviderServiceCollectionExtensions).Assembly.GetExportedTypes());

    [Theory]
    [InlineData("linode", "/v4/linode/instances/7")]
    [InlineData("digitalocean", "/v2/droplets/7")]
    public async Task Get_WithEndpoint_KeepsTheVendorsPath(string type, string path)
    {
        using var wire = WireStub.Always(HttpStatusCode.NotFound);
        await using var bench = new ProviderBench(wire);
        var provider = bench.Factory.Create(new ProviderConnection(Guid.NewGuid(), new ProviderType(type), "t", new Uri("http://127.0.0.1:5999/ignored")));

        Assert.Null(await provider.GetInstanceAsync("7", ProviderBench.Cancellation));

        Assert.Equal([path], wire.Sent.Select(x => x.PathAndQuery), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-7")]
    [InlineData("7/actions")]
    [InlineData("..")]
    [InlineData("7?tag_name=x")]
    public async Task Delete_IdThatIsNone_SendsNothing(string id)
    {
        using var wire = WireStub.Always(HttpStatusCode.NoContent);
        await using var bench = new ProviderBench(wire);

        var thrown = await Assert.ThrowsAsync<ProviderException>(
            () => bench.For(ProviderBench.DigitalOcean).DeleteInstanceAsync(id, ProviderBench.Cancellation));

        Assert.Equal(ProviderErrorCode.InstanceNotFound, thrown.Error.Code);
        Assert.Empty(wire.Sent);
    }
}
