using SkyPanel.Core.Providers;
using SkyPanel.Providers.Http;

namespace SkyPanel.Tests.Providers.Http;

public sealed class PagingTests
{
    [Fact]
    public async Task ReadAll_SeveralPages_ReadsEachOnce()
    {
        var read = new List<int>();

        var items = await Paging.ReadAllAsync(
            number =>
            {
                read.Add(number);
                return Task.FromResult(new Page<int>([number * 10, (number * 10) + 1], number < 3 ? number + 1 : null, 6));
            },
            x => x);

        Assert.Equal([10, 11, 20, 21, 30, 31], items);
        Assert.Equal([1, 2, 3], read);
    }

    [Fact]
    public async Task ReadAll_NextPointsBackwardsButAllIsThere_Stops()
    {
        var reads = 0;

        var items = await Paging.ReadAllAsync(_ => Task.FromResult(new Page<int>([++reads > 0 ? 1 : 0], 2, 1)), x => x);

        Assert.Equal([1], items);
        Assert.Equal(2, reads);
    }

    [Fact]
    public async Task ReadAll_DoesNotAdvanceAndSomethingIsMissing_Throws()
    {
        var thrown = await Assert.ThrowsAsync<ProviderException>(
            () => Paging.ReadAllAsync(number => Task.FromResult(new Page<int>([1], number + 1, 5)), x => x));

        Assert.Equal(ProviderErrorCode.ApiError, thrown.Error.Code);
    }

    [Fact]
    public async Task ReadAll_ItemMovedBetweenPages_IsListedOnce()
    {
        var items = await Paging.ReadAllAsync(
            number => Task.FromResult(number == 1 ? new Page<int>([1, 2], 2, 3) : new Page<int>([2, 3], null, 3)), x => x);

        Assert.Equal([1, 2, 3], items);
    }

    [Theory]
    [InlineData("https://elsewhere.example/v2/droplets?page=2&per_page=200")]
    [InlineData("https://api.digitalocean.com/v2/droplets?per_page=200&page=2")]
    public async Task Droplets_NextNamesAnyHost_AsksTheSameHost(string next)
    {
        using var wire = new WireStub(x =>
        {
            var page = x.PathAndQuery.Contains("&page=2&", StringComparison.Ordinal) ? 2 : 1;
            return WireStub.Json(page == 2
                ? """{"droplets":[{"id":2,"tags":[]}],"links":{},"meta":{"total":2}}"""
                : $$$"""{"droplets":[{"id":1,"tags":[]}],"links":{"pages":{"next":"{{{next}}}"}},"meta":{"total":2}}""");
        });
        await using var bench = new ProviderBench(wire);

        var found = await bench.For(ProviderBench.DigitalOcean).FindByMarkAsync(
            new MarkQuery(ProviderBench.Mark, "web-1", "p", "r", DateTimeOffset.UnixEpoch), ProviderBench.Cancellation);

        Assert.True(found.IsClean);
        Assert.All(wire.Sent, x => Assert.Equal("api.digitalocean.com", x.Host));
        Assert.Contains(wire.Sent, x => x.PathAndQuery.Equals($"/v2/droplets?tag_name={ProviderBench.Mark}&page=2&per_page=200", StringComparison.Ordinal));
    }
}
