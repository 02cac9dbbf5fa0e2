using SkyPanel.Core.Instances.Browse;
using SkyPanel.Tests.Support;
using SkyPanel.Tests.Support.Engines;

namespace SkyPanel.Tests.Core.Instances.Browse;

public sealed class InstanceBrowserTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [OnEachEngine("WEB", "Web-2,web-1")]
    [OnEachEngine("web-1", "web-1")]
    [OnEachEngine(" db ", "db-1")]
    [OnEachEngine("eb", "")]
    [OnEachEngine("w%", "")]
    [OnEachEngine("w_b", "")]
    [OnEachEngine("'; --", "")]
    public async Task ListAsync_Search_FindsBeginningsInAnyCaseAndTakesSignsAsTheyAre(string engine, string search, string names)
    {
        await using var host = await CoreHost.StartAsync(engine: engine);
        var shop = await BuyAsync(host, "web-1", "Web-2", "db-1");

        var found = await ListAsync(shop, new InstanceListQuery(Search: search));

        Assert.Equal(names, string.Join(',', found.Rows.Select(x => x.Name).Order(StringComparer.Ordinal)));
        Assert.Equal((found.Rows.Count, true), (found.Total, found.Any));
    }

    [Theory]
    [OnEachEngine(InstanceSort.Name, false)]
    [OnEachEngine(InstanceSort.Name, true)]
    [OnEachEngine(InstanceSort.Status, true)]
    [OnEachEngine(InstanceSort.Provider, false)]
    [OnEachEngine(InstanceSort.Region, false)]
    [OnEachEngine(InstanceSort.Price, false)]
    [OnEachEngine(InstanceSort.Created, true)]
    public async Task ListAsync_PageByPage_ShowsEachOnce(string engine, InstanceSort sort, bool descending)
    {
        await using var host = await CoreHost.StartAsync(engine: engine);
        var shop = await BuyAsync(host, [.. Enumerable.Range(1, 7).Select(x => $"web-{x}")]);

        var pages = new List<InstanceList>();
        for (var page = 0; page < 4; page++)
        {
            pages.Add(await ListAsync(shop, new InstanceListQuery(Sort: sort, Descending: descending, Page: page, PageSize: 2)));
        }

        Assert.All(pages, x => Assert.Equal(7, x.Total));
        Assert.Equal([2, 2, 2, 1], pages.Select(x => x.Rows.Count));
        Assert.Equal(7, pages.SelectMany(x => x.Rows).Select(x => x.Id).Distinct().Count());
    }

    [Theory]
    [OnEachEngine]
    public async Task ListAsync_ByName_IsInOrderWhateverTheCase(string engine)
    {
        await using var host = await CoreHost.StartAsync(engine: engine);
        var shop = await BuyAsync(host, "beta", "Gamma", "alpha");

        var list = await ListAsync(shop, new InstanceListQuery());

        Assert.Equal(["alpha", "beta", "Gamma"], list.Rows.Select(x => x.Name));
    }

    private static Task<InstanceList> ListAsync(Shop shop, InstanceListQuery query) =>
        shop.Host.Get<InstanceBrowser>().ListAsync(shop.Customer, query, Token);

    private static async Task<Shop> BuyAsync(CoreHost host, params string[] names)
    {
        var shop = await Shop.OpenAsync(host);
        foreach (var name in names)
        {
            await shop.BuyAsync(shop.Request(name));
        }

        return shop;
    }
}
