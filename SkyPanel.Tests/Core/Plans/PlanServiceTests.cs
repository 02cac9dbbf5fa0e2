using Microsoft.EntityFrameworkCore;
using SkyPanel.Core.Access;
using SkyPanel.Core.Audit;
using SkyPanel.Core.Data;
using SkyPanel.Core.Plans;
using SkyPanel.Core.ProviderAccounts;
using SkyPanel.Core.Providers;
using SkyPanel.Tests.Support;
using SkyPanel.Tests.Support.Engines;

namespace SkyPanel.Tests.Core.Plans;

public sealed class PlanServiceTestsOnSqlite() : PlanServiceTests(TestEngine.Sqlite);

public sealed class PlanServiceTestsOnPostgreSql() : PlanServiceTests(TestEngine.PostgreSql);

/// <summary>The same on every engine: what is refused as stale depends on how the engine counts updated rows.</summary>
public abstract class PlanServiceTests(string engine) : IAsyncLifetime
{
    private CoreHost _host = null!;
    private Actor _admin = null!;
    private Guid _account;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private PlanService Plans => _host.Get<PlanService>();

    public async ValueTask InitializeAsync()
    {
        _host = await CoreHost.StartAsync(engine: engine);
        _admin = await _host.AdminAsync();
        _account = await _host.AddAccountAsync(_admin, _host.Cloud);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _host.DisposeAsync();
    }

    [Fact]
    public async Task AddAsync_FromTheCatalogue_KeepsSizeAndCostBesideOurPrice()
    {
        var id = await _host.AddPlanAsync(_admin, _host.Cloud, [_account], name: " Small ");

        var row = Assert.Single(await Plans.ListAsync(_admin, Token));
        Assert.Equal((id, "Small", "small", 1, 1024, 25, 1000, "USD"), (row.Id, row.Name, row.ProviderPlanId, row.Vcpus, row.MemoryMib, row.DiskGib, row.TransferGb, row.Currency));
        Assert.Equal(("0.01", "6.00", "0.0075", "5.00"), (row.HourlyPrice.ToString(), row.MonthlyPrice.ToString(), row.HourlyCost.ToString(), row.MonthlyCost.ToString()));
        Assert.Equal([new PlanAccountRow(_account, "Main", true)], row.Accounts);
        Assert.True(row.Enabled);
    }

    [Theory]
    [InlineData(0.007499, 6, "hourly")]
    [InlineData(0.01, 4.999999, "monthly")]
    [InlineData(0.001, 1, "hourly")]
    public async Task AddAsync_PriceBelowCost_IsRefusedWithTheField(double hourly, double monthly, string field)
    {
        var outcome = await Plans.AddAsync(_admin, New(hourly: (decimal)hourly, monthly: (decimal)monthly), Token);

        Assert.Equal(field, Assert.IsType<AddPlanOutcome.BelowCost>(outcome).Price.Field);
        Assert.Empty(await Plans.ListAsync(_admin, Token));
    }

    [Fact]
    public async Task AddAsync_PriceAtCost_IsSold() =>
        Assert.IsType<AddPlanOutcome.Added>(await Plans.AddAsync(_admin, New(hourly: 0.0075m, monthly: 5m), Token));

    [Theory]
    [InlineData("name", "", 0.01, 6, "small")]
    [InlineData("hourly", "Small", 0, 6, "small")]
    [InlineData("hourly", "Small", -0.01, 6, "small")]
    [InlineData("monthly", "Small", 0.01, 0, "small")]
    [InlineData("monthly", "Small", 0.01, 1000001, "small")]
    [InlineData("plan", "Small", 0.01, 6, "no-such-plan")]
    public async Task AddAsync_FieldNotAsItMustBe_NamesIt(string field, string name, double hourly, double monthly, string plan)
    {
        var outcome = await Plans.AddAsync(_admin, New(plan, name, (decimal)hourly, (decimal)monthly), Token);

        Assert.Equal(field, Assert.IsType<AddPlanOutcome.Invalid>(outcome).Field);
    }

    [Fact]
    public async Task AddAsync_AccountsNotOfThisProvider_NamesTheField()
    {
        var other = await _host.AddAccountAsync(_admin, _host.OtherCloud, "Other");
        var removed = await _host.AddAccountAsync(_admin, _host.Cloud, "Removed");
        await _host.Get<ProviderAccountService>().RemoveAsync(_admin, removed, Token);
        foreach (var accounts in (Guid[][])[[], [other], [_account, other], [removed], [_account, _account], [Guid.NewGuid()]])
        {
            var outcome = await Plans.AddAsync(_admin, New() with { AccountIds = accounts }, Token);

            Assert.Equal("accounts", Assert.IsType<AddPlanOutcome.Invalid>(outcome).Field);
        }
    }

    [Fact]
    public async Task AddAsync_CostInAnotherCurrency_IsRefused()
    {
        _host.Cloud.Plans = [FakeCloud.Plan("small", currency: "EUR")];

        Assert.Equal("plan", Assert.IsType<AddPlanOutcome.Invalid>(await Plans.AddAsync(_admin, New(), Token)).Field);
    }

    [Fact]
    public async Task AddAsync_CatalogueCannotBeRead_IsRefusedAsUnavailable()
    {
        _host.Cloud.FailWith = _ => FakeCloud.Down;

        var outcome = await Plans.AddAsync(_admin, New(), Token);

        Assert.Equal(ProviderErrorCode.Unavailable, Assert.IsType<AddPlanOutcome.Refused>(outcome).Error.Code);
    }

    [Fact]
    public async Task ListCatalogueAsync_OnePlanSold_SaysWhich()
    {
        await _host.AddPlanAsync(_admin, _host.Cloud, [_account]);
        var retired = await _host.AddPlanAsync(_admin, _host.Cloud, [_account], "large", hourly: 1m, monthly: 100m);
        await Plans.RetireAsync(_admin, retired, Token);

        var rows = await Plans.ListCatalogueAsync(_admin, _host.Cloud.Type, Token);

        Assert.Equal([("small", true), ("large", false)], rows.Select(x => (x.Plan.Id, x.AlreadySold)));
        Assert.Empty(await Plans.ListCatalogueAsync(_admin, _host.OtherCloud.Type, Token));
    }

    [Fact]
    public async Task UpdateAsync_EverythingGiven_ChangesIt()
    {
        var second = await _host.AddAccountAsync(_admin, _host.Cloud, "Second");
        var third = await _host.AddAccountAsync(_admin, _host.Cloud, "Third");
        var id = await _host.AddPlanAsync(_admin, _host.Cloud, [_account, second]);

        Assert.IsType<UpdatePlanOutcome.Updated>(await Plans.UpdateAsync(_admin, id, Edit("Renamed", 0.02m, 9m, 0, third, second), Token));

        var row = Assert.Single(await Plans.ListAsync(_admin, Token));
        Assert.Equal(("Renamed", "0.02", "9.00", 1), (row.Name, row.HourlyPrice.ToString(), row.MonthlyPrice.ToString(), row.Version));
        Assert.Equal([third, second], row.Accounts.Select(x => x.AccountId));
    }

    [Fact]
    public async Task UpdateAsync_OnlyTheAccountsDiffer_RaisesTheVersion()
    {
        var second = await _host.AddAccountAsync(_admin, _host.Cloud, "Second");
        var id = await _host.AddPlanAsync(_admin, _host.Cloud, [_account]);
        _host.Time.Advance(TimeSpan.FromMinutes(1));

        await Plans.UpdateAsync(_admin, id, Edit("Small", 0.01m, 6m, 0, second), Token);

        Assert.IsType<UpdatePlanOutcome.Stale>(await Plans.UpdateAsync(_admin, id, Edit("Small", 0.01m, 6m, 0, _account), Token));
    }

    [Theory]
    [InlineData(0.007, 6, "hourly")]
    [InlineData(0.01, 4, "monthly")]
    public async Task UpdateAsync_PriceBelowCost_IsRefusedWithTheField(double hourly, double monthly, string field)
    {
        var id = await _host.AddPlanAsync(_admin, _host.Cloud, [_account]);
        var before = Assert.Single(await Plans.ListAsync(_admin, Token));

        var outcome = await Plans.UpdateAsync(_admin, id, Edit("Small", (decimal)hourly, (decimal)monthly, 0, _account), Token);

        Assert.Equal(field, Assert.IsType<UpdatePlanOutcome.BelowCost>(outcome).Price.Field);
        Assert.Equivalent(before, Assert.Single(await Plans.ListAsync(_admin, Token)));
    }

    [Fact]
    public async Task UpdateAsync_ProviderDown_ComparesWithTheCostLastSeen()
    {
        var id = await _host.AddPlanAsync(_admin, _host.Cloud, [_account]);
        await _host.Get<ProviderAccountService>().UpdateAsync(_admin, _account, new ProviderAccountEdit("Main", null, 0), Token);
        _host.Cloud.FailWith = _ => FakeCloud.Down;

        Assert.IsType<UpdatePlanOutcome.BelowCost>(await Plans.UpdateAsync(_admin, id, Edit("Small", 0.01m, 4m, 0, _account), Token));
        Assert.IsType<UpdatePlanOutcome.Updated>(await Plans.UpdateAsync(_admin, id, Edit("Renamed", 0.01m, 6m, 0, _account), Token));
    }

    [Fact]
    public async Task UpdateAsync_ChangedBetweenReadingAndSaving_IsStale()
    {
        var id = await _host.AddPlanAsync(_admin, _host.Cloud, [_account]);
        await _host.Get<ProviderAccountService>().UpdateAsync(_admin, _account, new ProviderAccountEdit("Main", null, 0), Token);
        _host.Cloud.Hold = async (call, _) =>
        {
            if (call.Method is "ListPlansAsync")
            {
                await Plans.DisableAsync(_admin, id, Token);
            }
        };

        Assert.IsType<UpdatePlanOutcome.Stale>(await Plans.UpdateAsync(_admin, id, Edit("Renamed", 0.01m, 6m, 0, _account), Token));
        Assert.Equal(("Small", false), Assert.Single((await Plans.ListAsync(_admin, Token)).Select(x => (x.Name, x.Enabled))));
    }

    [Fact]
    public async Task EveryVerb_NoSuchPlanOrRetired_LooksMissing()
    {
        var retired = await _host.AddPlanAsync(_admin, _host.Cloud, [_account]);
        Assert.True(await Plans.RetireAsync(_admin, retired, Token));
        Assert.Empty(await Plans.ListAsync(_admin, Token));
        foreach (var id in (Guid[])[retired, Guid.NewGuid()])
        {
            Assert.IsType<UpdatePlanOutcome.Missing>(await Plans.UpdateAsync(_admin, id, Edit("Small", 1m, 10m, 1, _account), Token));
            Assert.False(await Plans.EnableAsync(_admin, id, Token));
            Assert.False(await Plans.DisableAsync(_admin, id, Token));
            Assert.False(await Plans.RetireAsync(_admin, id, Token));
        }
    }

    [Fact]
    public async Task EveryChange_Saved_IsInTheAuditByWhom()
    {
        var id = await _host.AddPlanAsync(_admin, _host.Cloud, [_account]);
        await Plans.UpdateAsync(_admin, id, Edit("Renamed", 0.01m, 6m, 0, _account), Token);
        await Plans.DisableAsync(_admin, id, Token);
        await Plans.EnableAsync(_admin, id, Token);
        await Plans.RetireAsync(_admin, id, Token);

        await using var db = _host.OpenDb();
        var entries = await db.Set<AuditEntry>().Where(x => x.SubjectId == id && x.ActorUserId == _admin.UserId).Select(x => x.Action).ToListAsync(Token);
        string[] expected = ["added", "updated", "disabled", "enabled", "retired"];
        Assert.Equivalent(expected.Select(x => $"plan.{x}"), entries, strict: true);
    }

    private static PlanEdit Edit(string name, decimal hourly, decimal monthly, int version, params Guid[] accounts) =>
        new(name, Money.FromDecimal(hourly), Money.FromDecimal(monthly), accounts, version);

    private NewPlan New(string plan = "small", string name = "Small", decimal hourly = 0.01m, decimal monthly = 6m) =>
        new(_host.Cloud.Type, plan, name, Money.FromDecimal(hourly), Money.FromDecimal(monthly), [_account], Enabled: true);
}
