using SkyPanel.Core.Access;
using SkyPanel.Core.Catalog.Allowlists;
using SkyPanel.Core.Instances.Create;
using SkyPanel.Core.Plans.Offerings;
using SkyPanel.Tests.Support;

namespace SkyPanel.Tests.Core.Catalog.Allowlists;

public sealed class AllowlistServiceTests : IAsyncLifetime
{
    private CoreHost _host = null!;
    private Shop _shop = null!;
    private Actor _admin = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private AllowlistService Service => _host.Get<AllowlistService>();

    public async ValueTask InitializeAsync()
    {
        _host = await CoreHost.StartAsync();
        _host.Cloud.Images = [FakeCloud.Image("debian-12", "Debian 12", "Debian"), FakeCloud.Image("alma-9", "AlmaLinux 9", "AlmaLinux")];
        _shop = await Shop.OpenAsync(_host);
        _admin = await _host.AdminAsync();
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Set_SomeRegions_AreAllThatCustomersSeeAndGet()
    {
        await Service.SetAsync(_admin, _host.Cloud.Type, CatalogueKind.Region, ["south"], Token);

        Assert.Equal(["south"], (await _host.Get<OfferingService>().ListRegionsAsync(_shop.Customer, _host.Cloud.Type, Token)).Select(x => x.Id));
        Assert.Equal("region", Assert.IsType<CreateInstanceOutcome.Invalid>(await _shop.BuyAsync(_shop.Request())).Field);
        Assert.IsType<CreateInstanceOutcome.Accepted>(await _shop.BuyAsync(_shop.Request() with { RegionId = "south" }));
    }

    [Fact]
    public async Task Set_SomeImages_AreAllThatCustomersSeeAndGet()
    {
        await Service.SetAsync(_admin, _host.Cloud.Type, CatalogueKind.Image, ["alma-9"], Token);

        Assert.Equal(["alma-9"], (await _host.Get<OfferingService>().ListImagesAsync(_shop.Customer, _host.Cloud.Type, Token)).Select(x => x.Id));
        Assert.Equal("image", Assert.IsType<CreateInstanceOutcome.Invalid>(await _shop.BuyAsync(_shop.Request())).Field);
    }

    [Fact]
    public async Task Set_None_AllowsAllAgain()
    {
        await Service.SetAsync(_admin, _host.Cloud.Type, CatalogueKind.Region, ["south"], Token);
        await Service.SetAsync(_admin, _host.Cloud.Type, CatalogueKind.Region, [], Token);

        Assert.Equal(2, (await _host.Get<OfferingService>().ListRegionsAsync(_shop.Customer, _host.Cloud.Type, Token)).Count);
        Assert.False((await Service.GetAsync(_admin, _host.Cloud.Type, CatalogueKind.Region, Token)).IsNarrowed);
    }

    [Fact]
    public async Task Get_WithAnItemThatTheProviderWithdrew_StillShowsIt()
    {
        await Service.SetAsync(_admin, _host.Cloud.Type, CatalogueKind.Image, ["debian-12", "debian-9"], Token);

        var view = await Service.GetAsync(_admin, _host.Cloud.Type, CatalogueKind.Image, Token);

        Assert.Equal([("alma-9", false), ("debian-12", true), ("debian-9", true)], view.Items.Select(x => (x.Id, x.Allowed)));
        Assert.Equal("No longer offered", view.Items[^1].Detail);
    }

    [Fact]
    public async Task Allowlists_OfAnotherProvider_ChangeNothingHere()
    {
        await Service.SetAsync(_admin, _host.OtherCloud.Type, CatalogueKind.Region, ["south"], Token);

        Assert.Equal(2, (await _host.Get<OfferingService>().ListRegionsAsync(_shop.Customer, _host.Cloud.Type, Token)).Count);
    }

    [Fact]
    public async Task Service_ForACustomer_IsClosed()
    {
        await Assert.ThrowsAsync<AccessDeniedException>(() => Service.GetAsync(_shop.Customer, _host.Cloud.Type, CatalogueKind.Region, Token));
        await Assert.ThrowsAsync<AccessDeniedException>(() => Service.SetAsync(_shop.Customer, _host.Cloud.Type, CatalogueKind.Region, [], Token));
    }
}
