using SkyPanel.Core.Instances.Actions;
using SkyPanel.Core.Operations;
using SkyPanel.Core.Providers;
using SkyPanel.Tests.Support;

namespace SkyPanel.Tests.Core.Instances.Actions;

public sealed class OperationCancellationTests : IAsyncLifetime
{
    private CoreHost _host = null!;
    private Shop _shop = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _host = await CoreHost.StartAsync();
        _shop = await Shop.OpenAsync(_host);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Cancel_ACreateThatWasNotSent_SendsNothingAndLeavesNoInstance()
    {
        await _shop.BuyAsync(_shop.Request());
        var instance = await _shop.InstanceAsync();

        Assert.IsType<ActionOutcome.Accepted>(await CancelAsync(instance.Id));
        await _host.DriveAsync();

        Assert.Equal(0, _host.Cloud.CountOf(nameof(IProviderService.CreateInstanceAsync)));
        Assert.Equal(OperationState.Cancelled, (await _shop.OperationAsync()).State);
        Assert.NotNull((await _shop.InstanceAsync()).DeletedAt);
    }

    [Fact]
    public async Task Cancel_ACreateThatWasSent_IsRefusedWithTheTruth()
    {
        await _shop.BuyAsync(_shop.Request());
        await _host.StepAsync();

        var refused = Assert.IsType<ActionOutcome.Refused>(await CancelAsync((await _shop.InstanceAsync()).Id));

        Assert.Contains("sent to the provider", refused.Text, StringComparison.Ordinal);
        Assert.Equal(OperationState.Confirming, (await _shop.OperationAsync()).State);
    }

    [Fact]
    public async Task Cancel_WhileAWorkerIsSendingIt_IsRefused()
    {
        await _shop.BuyAsync(_shop.Request());
        Assert.Single(await _host.Get<OperationClaims>().TakeAsync(1, Token));

        Assert.IsType<ActionOutcome.Refused>(await CancelAsync((await _shop.InstanceAsync()).Id));
        Assert.Equal(OperationState.Requested, (await _shop.OperationAsync()).State);
    }

    [Fact]
    public async Task Cancel_NothingUnderWayOrSomebodyElses_ChangesNothing()
    {
        var instance = await _shop.BuyRunningAsync();

        Assert.IsType<ActionOutcome.Refused>(await CancelAsync(instance.Id));
        Assert.IsType<ActionOutcome.NotFound>(await _host.Get<OperationCancellation>().CancelAsync(await _host.CustomerAsync(), instance.Id, Token));
    }

    private Task<ActionOutcome> CancelAsync(Guid instanceId) => _host.Get<OperationCancellation>().CancelAsync(_shop.Customer, instanceId, Token);
}
