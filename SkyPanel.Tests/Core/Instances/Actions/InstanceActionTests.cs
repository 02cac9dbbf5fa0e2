using SkyPanel.Core.Instances;
using SkyPanel.Core.Instances.Actions;
using SkyPanel.Core.Operations;
using SkyPanel.Core.Organizations;
using SkyPanel.Core.Providers;
using SkyPanel.Tests.Support;
using SkyPanel.Tests.Support.Engines;

namespace SkyPanel.Tests.Core.Instances.Actions;

public sealed class InstanceActionTests
{
    private static readonly ProviderError Lost = new(ProviderErrorCode.Timeout, "No answer.", "cut", Retryable: true, ProviderOutcome.Unknown);

    [Theory]
    [InlineData(OperationKind.Boot)]
    [InlineData(OperationKind.Delete)]
    public async Task Action_NeverAnswered_IsSentALimitedNumberOfTimes(OperationKind kind)
    {
        await using var host = await CoreHost.StartAsync();
        var shop = await Shop.OpenAsync(host);
        var instance = await shop.BuyRunningAsync();
        host.Cloud.Instances[0] = host.Cloud.Instances[0] with { Status = InstanceStatus.Stopped };
        var call = kind == OperationKind.Boot ? nameof(IProviderService.BootAsync) : nameof(IProviderService.DeleteInstanceAsync);
        host.Cloud.FailWith = x => x.Method == call ? Lost : null;

        await AskAsync(host, shop, kind, instance);
        await host.DriveAsync();

        Assert.Equal(5, host.Cloud.CountOf(call));
        var operation = await shop.OperationAsync(kind);
        Assert.Equal(OperationState.Failed, operation.State);
        Assert.Equal(kind == OperationKind.Delete, operation.Attention is not null);
    }

    [Theory]
    [InlineData(OperationKind.Boot)]
    [InlineData(OperationKind.Delete)]
    public async Task Action_OfASuspendedOrganisation_IsRefusedWithTheReason(OperationKind kind)
    {
        await using var host = await CoreHost.StartAsync();
        var shop = await Shop.OpenAsync(host);
        var instance = await shop.BuyRunningAsync();
        await host.Get<OrganizationDirectory>().SuspendAsync(await host.AdminAsync(), shop.Customer.OrganizationId, "Unpaid.", TestContext.Current.CancellationToken);

        var refused = Assert.IsType<ActionOutcome.Refused>(await AskAsync(host, shop, kind, instance));

        Assert.Contains("Unpaid.", refused.Text, StringComparison.Ordinal);
        Assert.Equal(0, await host.StepAsync());
    }

    [Theory]
    [OnEachEngine]
    public async Task ShutDown_Running_EndsStopped(string engine)
    {
        await using var host = await CoreHost.StartAsync(engine: engine);
        var shop = await Shop.OpenAsync(host);
        var instance = await shop.BuyRunningAsync();

        await host.Get<InstanceActionService>().ShutDownAsync(shop.Customer, instance.Id, Guid.NewGuid(), TestContext.Current.CancellationToken);
        await host.DriveAsync();

        Assert.Equal(InstanceStatus.Stopped, (await shop.InstanceAsync()).Status);
    }

    [Theory]
    [OnEachEngine]
    public async Task Boot_RunningAlready_SucceedsAndSendsNothing(string engine)
    {
        await using var host = await CoreHost.StartAsync(engine: engine);
        var shop = await Shop.OpenAsync(host);
        var instance = await shop.BuyRunningAsync();

        await host.Get<InstanceActionService>().BootAsync(shop.Customer, instance.Id, Guid.NewGuid(), TestContext.Current.CancellationToken);
        await host.DriveAsync();

        Assert.Equal(OperationState.Succeeded, (await shop.OperationAsync(OperationKind.Boot)).State);
        Assert.Equal(0, host.Cloud.CountOf(nameof(IProviderService.BootAsync)));
    }

    [Theory]
    [OnEachEngine]
    public async Task Reboot_AnswerLost_IsNotSentAgain(string engine)
    {
        await using var host = await CoreHost.StartAsync(engine: engine);
        var shop = await Shop.OpenAsync(host);
        var instance = await shop.BuyRunningAsync();
        host.Cloud.FailWith = x => x.Method == nameof(IProviderService.RebootAsync) ? Lost : null;

        await host.Get<InstanceActionService>().RebootAsync(shop.Customer, instance.Id, Guid.NewGuid(), TestContext.Current.CancellationToken);
        await host.DriveAsync();

        Assert.Equal(1, host.Cloud.CountOf(nameof(IProviderService.RebootAsync)));
        Assert.Equal(OperationState.Failed, (await shop.OperationAsync(OperationKind.Reboot)).State);
    }

    [Theory]
    [OnEachEngine]
    public async Task Actions_ManyAtOnce_OneIsAccepted(string engine)
    {
        await using var host = await CoreHost.StartAsync(engine: engine);
        var shop = await Shop.OpenAsync(host);
        var instance = await shop.BuyRunningAsync();
        var actions = host.Get<InstanceActionService>();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
            actions.RebootAsync(shop.Customer, instance.Id, Guid.NewGuid(), TestContext.Current.CancellationToken))));

        Assert.Single(outcomes.OfType<ActionOutcome.Accepted>());
        Assert.Equal(7, outcomes.OfType<ActionOutcome.Busy>().Count());
    }

    [Theory]
    [OnEachEngine]
    public async Task Actions_ForeignInstance_LooksMissing(string engine)
    {
        await using var host = await CoreHost.StartAsync(engine: engine);
        var shop = await Shop.OpenAsync(host);
        var instance = await shop.BuyRunningAsync();
        var calls = host.Cloud.Calls.Count;

        var outcome = await host.Get<InstanceActionService>().DeleteAsync(
            await host.CustomerAsync(), instance.Id, Guid.NewGuid(), instance.Name, TestContext.Current.CancellationToken);

        Assert.IsType<ActionOutcome.NotFound>(outcome);
        Assert.Equal(calls, host.Cloud.Calls.Count);
    }

    [Theory]
    [OnEachEngine]
    public async Task Delete_WrongNameTyped_IsRefused(string engine)
    {
        await using var host = await CoreHost.StartAsync(engine: engine);
        var shop = await Shop.OpenAsync(host);
        var instance = await shop.BuyRunningAsync();

        var outcome = await host.Get<InstanceActionService>().DeleteAsync(
            shop.Customer, instance.Id, Guid.NewGuid(), "web-2", TestContext.Current.CancellationToken);

        Assert.IsType<ActionOutcome.Refused>(outcome);
    }

    [Theory]
    [OnEachEngine]
    public async Task Delete_AnswerLostAfterTheEffect_EndsDeleted(string engine)
    {
        await using var host = await CoreHost.StartAsync(engine: engine);
        var shop = await Shop.OpenAsync(host);
        var instance = await shop.BuyRunningAsync();
        host.Cloud.FailWith = x => x.Method == nameof(IProviderService.DeleteInstanceAsync) && host.Cloud.Instances.Remove(host.Cloud.Instances[0]) ? Lost : null;

        await host.Get<InstanceActionService>().DeleteAsync(shop.Customer, instance.Id, Guid.NewGuid(), instance.Name, TestContext.Current.CancellationToken);
        host.Cloud.FailWith = OnceThenWork(host.Cloud.FailWith);
        await host.DriveAsync();

        Assert.NotNull((await shop.InstanceAsync()).DeletedAt);
        Assert.Empty(host.Cloud.Instances);
    }

    private static Func<FakeCall, ProviderError?> OnceThenWork(Func<FakeCall, ProviderError?> fail)
    {
        var left = 1;
        return x => x.Method == nameof(IProviderService.DeleteInstanceAsync) && left-- > 0 ? fail(x) : null;
    }

    private static Task<ActionOutcome> AskAsync(CoreHost host, Shop shop, OperationKind kind, VpsInstance instance) => kind == OperationKind.Boot
        ? host.Get<InstanceActionService>().BootAsync(shop.Customer, instance.Id, Guid.NewGuid(), TestContext.Current.CancellationToken)
        : host.Get<InstanceActionService>().DeleteAsync(shop.Customer, instance.Id, Guid.NewGuid(), instance.Name, TestContext.Current.CancellationToken);
}
