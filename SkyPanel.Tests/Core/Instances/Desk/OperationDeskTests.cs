using Microsoft.EntityFrameworkCore;
using SkyPanel.Core.Access;
using SkyPanel.Core.Alerts;
using SkyPanel.Core.Audit;
using SkyPanel.Core.Instances.Actions;
using SkyPanel.Core.Instances.Desk;
using SkyPanel.Core.Instances.Observe;
using SkyPanel.Core.Operations;
using SkyPanel.Core.Providers;
using SkyPanel.Tests.Support;

namespace SkyPanel.Tests.Core.Instances.Desk;

public sealed class OperationDeskTests : IAsyncLifetime
{
    private CoreHost _host = null!;
    private Shop _shop = null!;
    private Actor _admin = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private OperationDesk Desk => _host.Get<OperationDesk>();

    public async ValueTask InitializeAsync()
    {
        _host = await CoreHost.StartAsync();
        _shop = await Shop.OpenAsync(_host);
        _admin = await _host.AdminAsync();
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Adopt_TheMachineOfAGivenUpCreate_MakesItTheCustomers()
    {
        var operation = await GiveUpAsync();
        var machine = AddMachine(mark: null);

        await DoneAsync(Desk.AdoptAsync(_admin, operation.Id, machine.Id, Token));
        await _host.DriveAsync();

        Assert.Equal(machine.Id, (await _shop.InstanceAsync()).ProviderInstanceId);
        Assert.Equal(InstanceStatus.Running, (await _shop.InstanceAsync()).Status);
        Assert.Equal((OperationState.Succeeded, null), ((await _shop.OperationAsync()).State, (await _shop.OperationAsync()).Attention));
        Assert.Contains("operation.adopted", await AuditAsync());
    }

    [Fact]
    public async Task Adopt_OntoAnInstanceThatTheCustomerDeleted_IsRefused()
    {
        var operation = await GiveUpAsync();
        _host.Cloud.FailWith = _ => null;
        await _host.Get<InstanceActionService>().DeleteAsync(_shop.Customer, (await _shop.InstanceAsync()).Id, Guid.NewGuid(), "web-1", Token);
        await _host.DriveAsync();
        var machine = AddMachine(mark: null);

        Assert.Contains("deleted this VPS", await RefusalAsync(Desk.AdoptAsync(_admin, operation.Id, machine.Id, Token)), StringComparison.Ordinal);
        Assert.Null((await _shop.InstanceAsync()).ProviderInstanceId);
    }

    [Fact]
    public async Task Settle_ALateArrival_IsNotUndoneByTheNextObservation()
    {
        var operation = await GiveUpAsync();
        AddMachine(operation.Mark);
        var observer = _host.Get<AccountObserver>();
        await observer.ObserveAsync(operation.AccountId, Token);
        Assert.NotNull((await _shop.OperationAsync()).Attention);

        await DoneAsync(Desk.SettleAsync(_admin, operation.Id, "removed by hand", Token));
        await observer.ObserveAsync(operation.AccountId, Token);

        Assert.Null((await _shop.OperationAsync()).Attention);
        Assert.Empty(await _host.Get<AlertBook>().ListAsync(_admin, Token));
    }

    [Fact]
    public async Task Adopt_AMachineThatIsNotThere_ChangesNothing()
    {
        var operation = await GiveUpAsync();

        Assert.Contains("no machine", await RefusalAsync(Desk.AdoptAsync(_admin, operation.Id, "404", Token)), StringComparison.Ordinal);

        Assert.Equal(OperationState.Failed, (await _shop.OperationAsync()).State);
        Assert.DoesNotContain("operation.adopted", await AuditAsync());
        Assert.IsType<DeskOutcome.Done>(await Desk.SettleAsync(_admin, operation.Id, "seen", Token));
    }

    [Fact]
    public async Task Adopt_AnotherCreatesMachine_IsRefused()
    {
        await _shop.BuyRunningAsync("first");
        var taken = (await _shop.InstanceAsync("first")).ProviderInstanceId!;
        await _shop.BuyAsync(_shop.Request("second"));
        var second = await GiveUpAsync("second");

        Assert.Contains("mark of another", await RefusalAsync(Desk.AdoptAsync(_admin, second, taken, Token)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Abandon_WhileLooking_EndsItWithTheReasonAndReportsALateArrival()
    {
        await _shop.BuyAsync(_shop.Request());
        _host.Cloud.FailWith = LosesEveryAnswer;
        await _host.StepAsync();
        var operation = await _shop.OperationAsync();
        Assert.Equal(OperationState.Reconciling, operation.State);

        await DoneAsync(Desk.AbandonAsync(_admin, operation.Id, "The provider lost it; nothing is charged.", Token));

        operation = await _shop.OperationAsync();
        Assert.Equal((OperationState.Cancelled, "The provider lost it; nothing is charged."), (operation.State, operation.ErrorText));
        Assert.Null(operation.ActiveInstanceId);
        Assert.Equal(InstanceStatus.Error, (await _shop.InstanceAsync()).Status);
    }

    [Fact]
    public async Task Decide_WhileAWorkerHasIt_SaysBusyAndWritesNothing()
    {
        await _shop.BuyAsync(_shop.Request());
        var operation = await _shop.OperationAsync();
        Assert.Single(await _host.Get<OperationClaims>().TakeAsync(1, Token));

        Assert.IsType<DeskOutcome.Busy>(await Desk.AbandonAsync(_admin, operation.Id, "no", Token));

        Assert.Equal(OperationState.Requested, (await _shop.OperationAsync()).State);
        Assert.DoesNotContain("operation.abandoned", await AuditAsync());
    }

    [Fact]
    public async Task LookNow_BetweenTwoLooks_MakesItDue()
    {
        await _shop.BuyAsync(_shop.Request());
        _host.Cloud.FailWith = LosesEveryAnswer;
        await _host.StepAsync();
        Assert.Equal(0, await _host.StepAsync());

        await DoneAsync(Desk.LookNowAsync(_admin, (await _shop.OperationAsync()).Id, Token));

        Assert.Equal(1, await _host.StepAsync());
    }

    [Fact]
    public async Task Desk_ForACustomer_IsClosed()
    {
        var operation = await GiveUpAsync();

        await Assert.ThrowsAsync<AccessDeniedException>(() => Desk.ListAsync(_shop.Customer, new OperationListQuery(), Token));
        await Assert.ThrowsAsync<AccessDeniedException>(() => Desk.GetAsync(_shop.Customer, operation.Id, Token));
        await Assert.ThrowsAsync<AccessDeniedException>(() => Desk.AbandonAsync(_shop.Customer, operation.Id, "mine", Token));
        await Assert.ThrowsAsync<AccessDeniedException>(() => Desk.AdoptAsync(_shop.Customer, operation.Id, "1", Token));
    }

    [Theory]
    [InlineData(OperationSieve.Attention, 0)]
    [InlineData(OperationSieve.UnderWay, 1)]
    [InlineData(OperationSieve.Failed, 1)]
    [InlineData(OperationSieve.All, 2)]
    public async Task List_ByView_ShowsWhatItSays(OperationSieve view, int count)
    {
        await GiveUpAsync();
        _host.Cloud.FailWith = _ => null;
        await _shop.BuyAsync(_shop.Request("under-way"));

        var list = await Desk.ListAsync(_admin, new OperationListQuery(view), Token);

        Assert.Equal((count, count), (list.Rows.Count, list.Total));
    }

    [Fact]
    public async Task List_SearchedByNameIdOrMark_FindsIt()
    {
        var operation = await GiveUpAsync();
        foreach (var search in new[] { "web", operation.Id.ToString(), operation.Mark })
        {
            Assert.Equal(operation.Id, Assert.Single((await Desk.ListAsync(_admin, new OperationListQuery(OperationSieve.All, search), Token)).Rows).Id);
        }

        Assert.Empty((await Desk.ListAsync(_admin, new OperationListQuery(OperationSieve.All, "nothing-like-it"), Token)).Rows);
    }

    [Fact]
    public async Task Get_ShowsTheLogWithTheProvidersWords()
    {
        var operation = await GiveUpAsync();

        var shown = await Desk.GetAsync(_admin, operation.Id, Token);

        Assert.Equal(operation.Mark, shown!.Mark);
        Assert.Contains(shown.Stages, x => x.Detail is "connection cut");
        Assert.True(shown.CanAdopt);
        Assert.Null(await Desk.GetAsync(_admin, Guid.NewGuid(), Token));
    }

    private static ProviderError? LosesEveryAnswer(FakeCall call) => call.Method == nameof(IProviderService.CreateInstanceAsync)
        ? new ProviderError(ProviderErrorCode.Timeout, "No answer.", "connection cut", Retryable: true, ProviderOutcome.Unknown)
        : null;

    /// <summary>A create that was looked for until the grace time was over.</summary>
    private async Task<Operation> GiveUpAsync()
    {
        await _shop.BuyAsync(_shop.Request());
        await GiveUpAsync("web-1");
        return await _shop.OperationAsync();
    }

    private async Task<Guid> GiveUpAsync(string name)
    {
        _host.Cloud.FailWith = LosesEveryAnswer;
        await _host.DriveAsync();
        await using var db = _host.OpenDb();
        var instance = await _shop.InstanceAsync(name);
        var operation = await db.Set<Operation>().SingleAsync(x => x.InstanceId == instance.Id, Token);
        Assert.Equal(OperationState.Failed, operation.State);
        return operation.Id;
    }

    private ProviderInstance AddMachine(string? mark)
    {
        var machine = new ProviderInstance("m-77", "web-1", mark, InstanceStatus.Running, "small", "north", "debian-12", ["192.0.2.77"], _host.Time.GetUtcNow());
        _host.Cloud.Instances.Add(machine);
        return machine;
    }

    private async Task<List<string>> AuditAsync()
    {
        await using var db = _host.OpenDb();
        return await db.Set<AuditEntry>().Select(x => x.Action).ToListAsync(Token);
    }

    private static async Task DoneAsync(Task<DeskOutcome> decision) => Assert.IsType<DeskOutcome.Done>(await decision);

    private static async Task<string> RefusalAsync(Task<DeskOutcome> decision) => Assert.IsType<DeskOutcome.Refused>(await decision).Text;
}
