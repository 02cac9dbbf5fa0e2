using SkyPanel.Core.Access;
using SkyPanel.Core.Plans;
using SkyPanel.Core.ProviderAccounts;
using SkyPanel.Core.Providers;
using SkyPanel.Tests.Support;

namespace SkyPanel.Tests.Core.Plans;

public sealed class PlacementServiceTests : IAsyncLifetime
{
    private CoreHost _host = null!;
    private Actor _admin = null!;
    private Guid _account;
    private Guid _second;
    private Guid _plan;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _host = await CoreHost.StartAsync();
        _admin = await _host.AdminAsync();
        _account = await _host.AddAccountAsync(_admin, _host.Cloud);
        _second = await _host.AddAccountAsync(_admin, _host.Cloud, "Second", "token-2");
        _plan = await _host.AddPlanAsync(_admin, _host.Cloud, [_account, _second]);
        await DropCacheAsync();
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task PlaceAsync_EverythingThere_GivesTheFirstAccountAndASnapshot()
    {
        var placed = Assert.IsType<Placement.Placed>(await PlaceAsync());

        Assert.Equal((_account, "north", "debian-12"), (placed.AccountId, placed.Region.Id, placed.Image.Id));
        Assert.Equal(
            (_plan, "Small", "small", 25, "0.01", "6.00"),
            (placed.Plan.PlanId, placed.Plan.Name, placed.Plan.ProviderPlanId, placed.Plan.DiskGib, placed.Plan.Hourly.ToString(), placed.Plan.Monthly.ToString()));
    }

    [Fact]
    public async Task PlaceAsync_PlanRepricedLater_LeavesTheSnapshotAsItWas()
    {
        var placed = Assert.IsType<Placement.Placed>(await PlaceAsync());
        var edit = new PlanEdit("Renamed", new(1_000_000), new(90_000_000), [_account], 0);

        Assert.IsType<UpdatePlanOutcome.Updated>(await _host.Get<PlanService>().UpdateAsync(_admin, _plan, edit, Token));

        Assert.Equal(("Small", "6.00"), (placed.Plan.Name, placed.Plan.Monthly.ToString()));
        Assert.Equal("90.00", Assert.IsType<Placement.Placed>(await PlaceAsync()).Plan.Monthly.ToString());
    }

    [Fact]
    public async Task PlaceAsync_LastCheckOfTheFirstAccountFailed_PrefersTheNext()
    {
        _host.Cloud.FailWith = x => x.Method is "ValidateCredentialsAsync" ? FakeCloud.BadToken : null;
        await _host.Get<ProviderAccountService>().TestAsync(_admin, _account, Token);

        Assert.Equal(_second, Assert.IsType<Placement.Placed>(await PlaceAsync()).AccountId);
    }

    [Fact]
    public async Task PlaceAsync_EveryLastCheckFailed_StillTriesInOrder()
    {
        _host.Cloud.FailWith = x => x.Method is "ValidateCredentialsAsync" ? FakeCloud.BadToken : null;
        await _host.Get<ProviderAccountService>().TestAsync(_admin, _account, Token);
        await _host.Get<ProviderAccountService>().TestAsync(_admin, _second, Token);

        Assert.Equal(_account, Assert.IsType<Placement.Placed>(await PlaceAsync()).AccountId);
    }

    [Fact]
    public async Task PlaceAsync_FirstAccountDisabled_TakesTheNext()
    {
        await _host.Get<ProviderAccountService>().DisableAsync(_admin, _account, Token);

        Assert.Equal(_second, Assert.IsType<Placement.Placed>(await PlaceAsync()).AccountId);
    }

    [Fact]
    public async Task PlaceAsync_FirstAccountDoesNotAnswer_TakesTheNext()
    {
        _host.Cloud.FailWith = x => x.Connection.AccountId == _account ? FakeCloud.Down : null;

        Assert.Equal(_second, Assert.IsType<Placement.Placed>(await PlaceAsync()).AccountId);
    }

    [Fact]
    public async Task PlaceAsync_NoAccountAnswers_ThrowsUnavailable()
    {
        _host.Cloud.FailWith = _ => FakeCloud.Down;

        Assert.Equal(ProviderErrorCode.Unavailable, (await Assert.ThrowsAsync<ProviderException>(() => PlaceAsync())).Error.Code);
    }

    [Theory]
    [InlineData("plan disabled")]
    [InlineData("plan retired")]
    [InlineData("accounts disabled")]
    [InlineData("no such plan")]
    public async Task PlaceAsync_PlanNotOnSale_IsRefusedByPlan(string reason)
    {
        if (reason is "plan disabled")
        {
            await _host.Get<PlanService>().DisableAsync(_admin, _plan, Token);
        }
        else if (reason is "plan retired")
        {
            await _host.Get<PlanService>().RetireAsync(_admin, _plan, Token);
        }
        else if (reason is "accounts disabled")
        {
            await _host.Get<ProviderAccountService>().DisableAsync(_admin, _account, Token);
            await _host.Get<ProviderAccountService>().DisableAsync(_admin, _second, Token);
        }

        var plan = reason is "no such plan" ? Guid.NewGuid() : _plan;
        Assert.Equal("plan", await RefusedFieldAsync(plan: plan));
    }

    [Fact]
    public async Task PlaceAsync_ProviderNoLongerHasThePlan_IsRefusedByPlan()
    {
        _host.Cloud.Plans = [FakeCloud.Plan("large")];

        Assert.Equal("plan", await RefusedFieldAsync());
    }

    [Fact]
    public async Task PlaceAsync_SoldOutThere_IsRefusedByRegionAndPlacedElsewhere()
    {
        _host.Cloud.Plans = [FakeCloud.Plan("small") with { RegionIds = new HashSet<string>(StringComparer.Ordinal) { "south" } }];

        Assert.Equal("region", await RefusedFieldAsync());
        Assert.IsType<Placement.Placed>(await PlaceAsync(region: "south"));
    }

    [Theory]
    [InlineData(6.000001, 0.01)]
    [InlineData(6, 0.010001)]
    public async Task PlaceAsync_CostThereAboveOurPrice_IsRefusedByRegion(double monthly, double hourly)
    {
        var costs = new Dictionary<string, ProviderCost>(StringComparer.Ordinal) { ["north"] = FakeCloud.Cost((decimal)monthly, (decimal)hourly) };
        _host.Cloud.Plans = [FakeCloud.Plan("small") with { RegionCosts = costs }];

        Assert.Equal("region", await RefusedFieldAsync());
        Assert.IsType<Placement.Placed>(await PlaceAsync(region: "south"));
    }

    [Fact]
    public async Task PlaceAsync_RegionClosedOrUnknown_IsRefusedByRegion()
    {
        _host.Cloud.Regions = [FakeCloud.Region("north", "Oslo", available: false)];

        Assert.Equal("region", await RefusedFieldAsync());
        Assert.Equal("region", await RefusedFieldAsync(region: "nowhere"));
    }

    [Fact]
    public async Task PlaceAsync_ImageUnknownTooLargeOrNotThere_IsRefusedByImage()
    {
        _host.Cloud.Images =
        [
            FakeCloud.Image("fits", "Fits", "Any", minDiskGib: 25), FakeCloud.Image("large", "Large", "Any", minDiskGib: 26),
            FakeCloud.Image("southern", "Southern", "Any", 10, "south"),
        ];

        Assert.Equal("image", await RefusedFieldAsync(image: "unknown"));
        Assert.Equal("image", await RefusedFieldAsync(image: "large"));
        Assert.Equal("image", await RefusedFieldAsync(image: "southern"));
        Assert.IsType<Placement.Placed>(await PlaceAsync(image: "fits"));
        Assert.IsType<Placement.Placed>(await PlaceAsync(region: "south", image: "southern"));
    }

    private Task<Placement> PlaceAsync(Guid? plan = null, string region = "north", string image = "debian-12") =>
        _host.Get<PlacementService>().PlaceAsync(plan ?? _plan, region, image, Token);

    private async Task<string> RefusedFieldAsync(Guid? plan = null, string region = "north", string image = "debian-12") =>
        Assert.IsType<Placement.Refused>(await PlaceAsync(plan, region, image)).Field;

    /// <summary>Saving an account forgets what was learnt through it.</summary>
    private async Task DropCacheAsync() => await _host.Get<ProviderAccountService>().EnableAsync(_admin, _account, Token);
}
