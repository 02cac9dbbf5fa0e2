using SkyPanel.Core.Instances;
using SkyPanel.Core.Instances.Actions;
using SkyPanel.Core.Instances.Observe;
using SkyPanel.Core.Providers;
using SkyPanel.Tests.Support;
using SkyPanel.Tests.Support.Engines;

namespace SkyPanel.Tests.Core.Instances.Observe;

public sealed class AccountObserverTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [OnEachEngine]
    public async Task ObserveAsync_ChangedAtTheProvider_IsLearnt(string engine)
    {
        await using var host = await CoreHost.StartAsync(engine: engine);
        var shop = await Shop.OpenAsync(host);
        var instance = await shop.BuyRunningAsync();
        host.Time.Advance(TimeSpan.FromMinutes(1));
        Change(host, InstanceStatus.Stopped);

        await host.Get<AccountObserver>().ObserveAsync(instance.AccountId, Token);

        Assert.Equal(InstanceStatus.Stopped, (await shop.InstanceAsync()).Status);
    }

    [Theory]
    [OnEachEngine]
    public async Task ObserveAsync_GoneFromTwoListings_IsMissing(string engine)
    {
        await using var host = await CoreHost.StartAsync(engine: engine);
        var shop = await Shop.OpenAsync(host);
        var instance = await shop.BuyRunningAsync();
        host.Cloud.Instances.Clear();
        host.Time.Advance(TimeSpan.FromMinutes(1));

        await host.Get<AccountObserver>().ObserveAsync(instance.AccountId, Token);
        Assert.Equal(InstanceStatus.Running, (await shop.InstanceAsync()).Status);
        await host.Get<AccountObserver>().ObserveAsync(instance.AccountId, Token);

        Assert.Equal(InstanceStatus.Missing, (await shop.InstanceAsync()).Status);
    }

    [Theory]
    [OnEachEngine]
    public async Task ObserveAsync_ThousandsOfMachines_IsLearntAllTheSame(string engine)
    {
        await using var host = await CoreHost.StartAsync(engine: engine);
        var shop = await Shop.OpenAsync(host);
        var instance = await shop.BuyRunningAsync();
        host.Time.Advance(TimeSpan.FromMinutes(1));
        Change(host, InstanceStatus.Stopped);
        var machine = host.Cloud.Instances[0];
        host.Cloud.Instances.AddRange(Enumerable.Range(1, 5000).Select(x => machine with { Id = $"other-{x}", Mark = $"sp-{x:x32}" }));

        await host.Get<AccountObserver>().ObserveAsync(instance.AccountId, Token);

        Assert.Equal(InstanceStatus.Stopped, (await shop.InstanceAsync()).Status);
    }

    /// <summary>A listing of many machines takes seconds; an operation that ends meanwhile knows better.</summary>
    [Theory]
    [OnEachEngine]
    public async Task ObserveAsync_OperationEndedWhileTheListingWasMade_KeepsWhatItSaw(string engine)
    {
        await using var host = await CoreHost.StartAsync(engine: engine);
        var shop = await Shop.OpenAsync(host);
        var instance = await shop.BuyRunningAsync();
        host.Time.Advance(TimeSpan.FromMinutes(1));
        host.Cloud.Hold = async (call, _) =>
        {
            if (call.Method is nameof(IProviderService.ListInstancesAsync))
            {
                host.Time.Advance(TimeSpan.FromSeconds(1));
                await host.Get<InstanceActionService>().ShutDownAsync(shop.Customer, instance.Id, Guid.NewGuid(), Token);
                await host.DriveAsync();
                Change(host, InstanceStatus.Stopping);
            }
        };

        await host.Get<AccountObserver>().ObserveAsync(instance.AccountId, Token);

        Assert.Equal(InstanceStatus.Stopped, (await shop.InstanceAsync()).Status);
    }

    private static void Change(CoreHost host, InstanceStatus status) => host.Cloud.Instances[0] = host.Cloud.Instances[0] with { Status = status };
}
