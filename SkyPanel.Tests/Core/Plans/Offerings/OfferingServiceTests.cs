using SkyPanel.Core.Access;
using SkyPanel.Core.Plans;
using SkyPanel.Core.Plans.Offerings;
using SkyPanel.Core.ProviderAccounts;
using SkyPanel.Core.Providers;
using SkyPanel.Tests.Support;

namespace SkyPanel.Tests.Core.Plans.Offerings;

public sealed class OfferingServiceTests : IAsyncLifetime
{
    private CoreHost _host = null!;
    private Actor _admin = null!;
    private Actor _customer = null!;
    private Guid _account;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private OfferingService Offerings => _host.Get<OfferingService>();

    public async ValueTask InitializeAsync()
    {
        _host = await CoreHost.StartAsync();
        _admin = await _host.AdminAsync();
        _customer = await _host.CustomerAsync(OrganizationRole.Viewer);
        _account = await _host.AddAccountAsync(_admin, _host.Cloud);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task ListProvidersAsync_SomethingSold_GivesTheLowestPriceAndCallsNobody()
    {
        await _host.AddPlanAsync(_admin, _host.Cloud, [_account], "large", 0.04m, 25m);
        await _host.AddPlanAsync(_admin, _host.Cloud, [_account], monthly: 7m);
        await _host.AddAccountAsync(_admin, _host.OtherCloud, "Nothing sold over it");
        var before = _host.Cloud.Calls.Count;

        var offering = Assert.Single(await Offerings.ListProvidersAsync(_customer, Token));

        Assert.Equal(
            (_host.Cloud.Type, "The alpha cloud", "AL", "7.00", "USD"),
            (offering.Type, offering.DisplayName, offering.Mark, offering.FromMonthly.ToString(), offering.Currency));
        Assert.Equal(before, _host.Cloud.Calls.Count);
    }

    [Theory]
    [InlineData("plan disabled")]
    [InlineData("plan retired")]
    [InlineData("account disabled")]
    public async Task EveryList_NothingOnSale_IsEmptyAndCallsNobody(string reason)
    {
        var plan = await _host.AddPlanAsync(_admin, _host.Cloud, [_account]);
        _ = reason switch
        {
            "plan disabled" => await _host.Get<PlanService>().DisableAsync(_admin, plan, Token),
            "plan retired" => await _host.Get<PlanService>().RetireAsync(_admin, plan, Token),
            _ => await _host.Get<ProviderAccountService>().DisableAsync(_admin, _account, Token),
        };
        var before = _host.Cloud.Calls.Count;

        Assert.Empty(await Offerings.ListProvidersAsync(_customer, Token));
        Assert.Empty(await Offerings.ListPlansAsync(_customer, _host.Cloud.Type, Token));
        Assert.Empty(await Offerings.ListRegionsAsync(_customer, _host.Cloud.Type, Token));
        Assert.Empty(await Offerings.ListImagesAsync(_customer, _host.Cloud.Type, Token));
        Assert.Empty(await Offerings.ListPlansAsync(_customer, new ProviderType("nowhere"), Token));
        Assert.Equal(before, _host.Cloud.Calls.Count);
    }

    [Fact]
    public async Task ListPlansAsync_RegionsDiffer_SaysWhereItCannotBeHadAndWhy()
    {
        _host.Cloud.Regions =
        [
            FakeCloud.Region("fine", "Oslo"), FakeCloud.Region("closed", "Rome", available: false), FakeCloud.Region("sold-out", "Bern"),
            FakeCloud.Region("dear-hourly", "Lima"), FakeCloud.Region("dear-monthly", "Kyiv"), FakeCloud.Region("at-price", "Riga"),
            FakeCloud.Region("other-money", "Bath"),
        ];
        _host.Cloud.Plans =
        [
            FakeCloud.Plan("small") with
            {
                RegionIds = _host.Cloud.Regions.Select(x => x.Id).Where(x => x is not "sold-out").ToHashSet(StringComparer.Ordinal),
                RegionCosts = new Dictionary<string, ProviderCost>(StringComparer.Ordinal)
                {
                    ["dear-hourly"] = FakeCloud.Cost(6m, 0.010001m),
                    ["dear-monthly"] = FakeCloud.Cost(6.000001m, 0.01m),
                    ["at-price"] = FakeCloud.Cost(6m, 0.01m),
                    ["other-money"] = FakeCloud.Cost(1m, 0.001m, "EUR"),
                },
            },
        ];
        var id = await _host.AddPlanAsync(_admin, _host.Cloud, [_account]);

        var offer = Assert.Single(await Offerings.ListPlansAsync(_customer, _host.Cloud.Type, Token));

        Assert.Equal((id, "Small", "0.01", "6.00"), (offer.Id, offer.Name, offer.Hourly.ToString(), offer.Monthly.ToString()));
        string[] unavailable = ["closed", "dear-hourly", "dear-monthly", "other-money", "sold-out"];
        Assert.Equal(unavailable, offer.UnavailableIn.Keys.Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Equal("Sold out in Bern.", offer.UnavailableIn["sold-out"]);
        Assert.All(offer.UnavailableIn.Values, x => Assert.DoesNotMatch("[0-9]|cost|price", x));
    }

    [Fact]
    public async Task ListPlansAsync_ProviderNoLongerHasIt_LeavesItOut()
    {
        await _host.AddPlanAsync(_admin, _host.Cloud, [_account]);
        await DropCacheAsync();
        _host.Cloud.Plans = [FakeCloud.Plan("large")];

        Assert.Empty(await Offerings.ListPlansAsync(_customer, _host.Cloud.Type, Token));
    }

    [Fact]
    public async Task ListImagesAsync_Any_KeepsDistributionsTogether()
    {
        await _host.AddPlanAsync(_admin, _host.Cloud, [_account]);
        await DropCacheAsync();
        _host.Cloud.Images = [FakeCloud.Image("u2", "Ubuntu 24.04", "Ubuntu"), FakeCloud.Image("d1", "Debian 12", "Debian"), FakeCloud.Image("u1", "Ubuntu 22.04", "Ubuntu")];

        var images = await Offerings.ListImagesAsync(_customer, _host.Cloud.Type, Token);

        Assert.Equal(["d1", "u1", "u2"], images.Select(x => x.Id), StringComparer.Ordinal);
    }

    [Fact]
    public async Task EveryList_FirstAccountFails_IsReadOverTheNext()
    {
        var second = await _host.AddAccountAsync(_admin, _host.Cloud, "Second", "token-2");
        await _host.AddPlanAsync(_admin, _host.Cloud, [_account, second]);
        await DropCacheAsync();
        _host.Cloud.FailWith = x => x.Connection.AccountId == _account ? FakeCloud.Down : null;

        Assert.Single(await Offerings.ListPlansAsync(_customer, _host.Cloud.Type, Token));
        Assert.Equal(2, (await Offerings.ListRegionsAsync(_customer, _host.Cloud.Type, Token)).Count);
        Assert.Single(await Offerings.ListImagesAsync(_customer, _host.Cloud.Type, Token));
    }

    [Fact]
    public async Task EveryList_NoAccountAnswers_ThrowsUnavailableWithoutVendorText()
    {
        await _host.AddPlanAsync(_admin, _host.Cloud, [_account]);
        await DropCacheAsync();
        _host.Cloud.FailWith = _ => FakeCloud.BadToken;

        foreach (var list in (Func<Task>[])[
            () => Offerings.ListPlansAsync(_customer, _host.Cloud.Type, Token),
            () => Offerings.ListRegionsAsync(_customer, _host.Cloud.Type, Token),
            () => Offerings.ListImagesAsync(_customer, _host.Cloud.Type, Token)])
        {
            var failure = await Assert.ThrowsAsync<ProviderException>(list);
            Assert.Equal(ProviderErrorCode.Unavailable, failure.Error.Code);
            Assert.DoesNotContain("401", failure.Error.Text, StringComparison.Ordinal);
        }
    }

    /// <summary>Saving an account forgets what was learnt through it.</summary>
    private Task DropCacheAsync() =>
        _host.Get<ProviderAccountService>().EnableAsync(_admin, _account, Token);
}
