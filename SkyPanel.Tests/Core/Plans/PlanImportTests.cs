using SkyPanel.Core.Access;
using SkyPanel.Core.Data;
using SkyPanel.Core.Plans;
using SkyPanel.Tests.Support;

namespace SkyPanel.Tests.Core.Plans;

public sealed class PlanImportTests : IAsyncLifetime
{
    private static readonly Markup Third = new(30, Money.Zero, Money.FromDecimal(0.5m));
    private CoreHost _host = null!;
    private Actor _admin = null!;
    private Guid _account;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _host = await CoreHost.StartAsync();
        _admin = await _host.AdminAsync();
        _account = await _host.AddAccountAsync(_admin, _host.Cloud);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Add_SeveralAndOneThatIsNotThere_SellsThoseThatAre()
    {
        var results = await ImportAsync("small", "nothing", "large");

        Assert.Equal([true, false, true], results.Select(x => x.Outcome is AddPlanOutcome.Added));
        var plans = await _host.Get<PlanService>().ListAsync(_admin, Token);
        Assert.Equal([("small", 6.5m), ("large", 26m)], plans.Select(x => (x.ProviderPlanId, x.MonthlyPrice.Amount)));
    }

    [Fact]
    public async Task Compare_AfterTheProviderChanged_TellsWhatIsNewGoneDearerAndSoldAtALoss()
    {
        _host.Cloud.Plans = [FakeCloud.Plan("kept"), FakeCloud.Plan("gone"), FakeCloud.Plan("dearer"), FakeCloud.Plan("loss")];
        await ImportAsync("kept", "gone", "dearer", "loss");
        _host.Cloud.Plans = [FakeCloud.Plan("kept"), FakeCloud.Plan("dearer", monthly: 5.5m), FakeCloud.Plan("loss", monthly: 9m), FakeCloud.Plan("new")];
        await _host.Get<SkyPanel.Core.Catalog.ProviderResourceCache>().DropAsync(_account, Token);

        var comparison = await _host.Get<PlanImport>().CompareAsync(_admin, _host.Cloud.Type, Token);

        Assert.Equal(
            [("loss", PlanChangeKind.BelowCost), ("gone", PlanChangeKind.Gone), ("dearer", PlanChangeKind.CostChanged)],
            comparison.Changes.Select(x => (x.Plan.ProviderPlanId, x.Kind)));
        Assert.Equal("new", Assert.Single(comparison.New).Id);
    }

    [Fact]
    public async Task Import_ByACustomer_IsDenied()
    {
        var customer = await _host.CustomerAsync();
        var request = new PlanImportRequest(_host.Cloud.Type, ["small"], Third, [_account], Enabled: true);

        await Assert.ThrowsAsync<AccessDeniedException>(() => _host.Get<PlanImport>().AddAsync(customer, request, Token));
        await Assert.ThrowsAsync<AccessDeniedException>(() => _host.Get<PlanImport>().CompareAsync(customer, _host.Cloud.Type, Token));
    }

    private Task<IReadOnlyList<ImportedPlan>> ImportAsync(params string[] ids) =>
        _host.Get<PlanImport>().AddAsync(_admin, new PlanImportRequest(_host.Cloud.Type, ids, Third, [_account], Enabled: true), Token);
}
