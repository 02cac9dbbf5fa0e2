using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SkyPanel.Core.Access;
using SkyPanel.Core.Data;
using SkyPanel.Core.Data.Failpoints;
using SkyPanel.Core.Instances;
using SkyPanel.Core.Instances.Create;
using SkyPanel.Core.Operations;
using SkyPanel.Core.Operations.Secrets;
using SkyPanel.Core.Organizations;
using SkyPanel.Core.Providers;
using SkyPanel.Tests.Support;
using SkyPanel.Tests.Support.Engines;

namespace SkyPanel.Tests.Core.Instances.Create;

public sealed class CreateInstanceTests
{
    private static readonly ProviderError Cut = new(
        ProviderErrorCode.Timeout, "No answer.", "connection cut", Retryable: true, ProviderOutcome.Unknown);

    [Fact]
    public async Task CreateAsync_DearerThanSeen_CreatesNothingAndSaysSo()
    {
        await using var host = await CoreHost.StartAsync();
        var shop = await Shop.OpenAsync(host);
        var cheaper = new SeenPrice(Money.FromDecimal(0.01m), Money.FromDecimal(5.99m));

        var refused = Assert.IsType<CreateInstanceOutcome.Invalid>(await shop.BuyAsync(shop.Request() with { Seen = cheaper }));

        Assert.Equal("plan", refused.Field);
        Assert.Contains("6.00 USD a month", refused.Text, StringComparison.Ordinal);
        Assert.IsType<CreateInstanceOutcome.Accepted>(await shop.BuyAsync(shop.Request() with { Seen = cheaper with { Monthly = Money.FromDecimal(6m) } }));
    }

    [Fact]
    public async Task CreateAsync_SameRequestUnderAnotherName_IsNeitherASecondNorTheFirst()
    {
        await using var host = await CoreHost.StartAsync();
        var shop = await Shop.OpenAsync(host);
        var request = shop.Request("first");
        await shop.BuyAsync(request);

        var refused = Assert.IsType<CreateInstanceOutcome.Invalid>(await shop.BuyAsync(request with { Name = "second" }));

        Assert.Contains("'first'", refused.Text, StringComparison.Ordinal);
        await host.StepAsync();
        Assert.Single(host.Cloud.Instances);
    }

    [Theory]
    [OnEachEngine]
    public async Task CreateAsync_ToTheEnd_RunsWithItsAddressAndItsPasswordErased(string engine)
    {
        await using var host = await CoreHost.StartAsync(engine: engine);
        var shop = await Shop.OpenAsync(host);

        var instance = await shop.BuyRunningAsync();

        Assert.Equal((InstanceStatus.Running, "192.0.2.1"), (instance.Status, instance.Ipv4));
        Assert.Equal(OperationState.Succeeded, (await shop.OperationAsync()).State);
        Assert.Equal(instance.Mark, Assert.Single(host.Cloud.Instances).Mark);
        await using var db = host.OpenDb();
        Assert.DoesNotContain(await db.Set<OperationSecret>().ToListAsync(TestContext.Current.CancellationToken), x => x.Field == SecretField.RootPassword);
    }

    [Theory]
    [OnEachEngine]
    public async Task CreateAsync_SameRequestFromManyCircuits_MakesOneMachine(string engine)
    {
        await using var host = await CoreHost.StartAsync(engine: engine);
        var shop = await Shop.OpenAsync(host);
        var request = shop.Request();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => shop.BuyAsync(request))));
        await host.StepAsync();

        Assert.Single(outcomes.OfType<CreateInstanceOutcome.Accepted>());
        Assert.Equal(15, outcomes.OfType<CreateInstanceOutcome.AlreadyRequested>().Count());
        Assert.Single(host.Cloud.Instances);
    }

    [Theory]
    [OnEachEngine]
    public async Task CreateAsync_ManyAtOnceWithRoomForThree_AcceptsThree(string engine)
    {
        await using var host = await CoreHost.StartAsync(engine: engine);
        var shop = await Shop.OpenAsync(host);
        await host.Get<OrganizationDirectory>().LimitAsync(
            await host.AdminAsync(), shop.Customer.OrganizationId, new OrganizationLimits(3, 100, SkyPanel.Core.Data.Money.FromDecimal(1000m)), TestContext.Current.CancellationToken);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 12).Select(x => Task.Run(() => shop.BuyAsync(shop.Request($"web-{x}")))));

        Assert.Equal(3, outcomes.OfType<CreateInstanceOutcome.Accepted>().Count());
        Assert.Equal(9, outcomes.OfType<CreateInstanceOutcome.OverLimit>().Count());
    }

    [Theory]
    [OnEachEngine("create.before-submitted")]
    [OnEachEngine("create.submitted")]
    [OnEachEngine("create.answered")]
    [OnEachEngine("create.recorded")]
    [OnEachEngine("create.step-done")]
    public async Task Create_BrokenOffAtAPoint_EndsWithExactlyOneMachine(string engine, string point)
    {
        var fault = new FaultAt(point);
        await using var host = await CoreHost.StartAsync(x => x.AddSingleton<IFailpoints>(fault), engine: engine);
        var shop = await Shop.OpenAsync(host);
        await shop.BuyAsync(shop.Request());

        await host.DriveAsync(TimeSpan.FromMinutes(2));
        shop.PowerOn();
        await host.DriveAsync();

        Assert.Contains(point, fault.Passed);
        var machine = Assert.Single(host.Cloud.Instances);
        Assert.Equal((machine.Id, InstanceStatus.Running), ((await shop.InstanceAsync()).ProviderInstanceId, (await shop.InstanceAsync()).Status));
    }

    [Theory]
    [OnEachEngine]
    public async Task Create_AnswerLostAfterTheEffect_AdoptsTheMachineAndSendsNothingAgain(string engine)
    {
        await using var host = await CoreHost.StartAsync(engine: engine);
        var shop = await Shop.OpenAsync(host);
        await shop.BuyAsync(shop.Request());
        host.Cloud.FailWith = x => x.Method == nameof(IProviderService.CreateInstanceAsync) ? Arrive(shop) : null;

        await host.DriveAsync(TimeSpan.FromMinutes(2));
        shop.PowerOn();
        await host.DriveAsync();

        Assert.Equal(1, host.Cloud.CountOf(nameof(IProviderService.CreateInstanceAsync)));
        Assert.Equal(InstanceStatus.Running, (await shop.InstanceAsync()).Status);
    }

    [Theory]
    [OnEachEngine]
    public async Task Create_RefusedForGood_FailsWithTheReasonAndCountsNoLonger(string engine)
    {
        await using var host = await CoreHost.StartAsync(engine: engine);
        var shop = await Shop.OpenAsync(host);
        await shop.BuyAsync(shop.Request());
        host.Cloud.FailWith = x => x.Method == nameof(IProviderService.CreateInstanceAsync)
            ? new ProviderError(ProviderErrorCode.InsufficientResources, "Sold out there.", "422", Retryable: false)
            : null;

        await host.DriveAsync();

        var operation = await shop.OperationAsync();
        Assert.Equal((OperationState.Failed, ProviderErrorCode.InsufficientResources), (operation.State, operation.ErrorCode));
        Assert.StartsWith("Sold out there.", operation.ErrorText, StringComparison.Ordinal);
        Assert.Null(operation.ActiveInstanceId);
        Assert.Equal(InstanceStatus.Error, (await shop.InstanceAsync()).Status);
    }

    [Theory]
    [OnEachEngine]
    public async Task Create_RateLimited_LooksBeforeItSendsAgain(string engine)
    {
        await using var host = await CoreHost.StartAsync(engine: engine);
        var shop = await Shop.OpenAsync(host);
        await shop.BuyAsync(shop.Request());
        var refusals = 1;
        host.Cloud.FailWith = x => x.Method == nameof(IProviderService.CreateInstanceAsync) && refusals-- > 0
            ? new ProviderError(ProviderErrorCode.RateLimited, "Busy.", "429", Retryable: true)
            : null;

        await host.DriveAsync(TimeSpan.FromMinutes(1));

        var sent = host.Cloud.Calls.Select(x => x.Method).Where(x => x is nameof(IProviderService.CreateInstanceAsync) or nameof(IProviderService.FindByMarkAsync));
        Assert.Equal(["CreateInstanceAsync", "FindByMarkAsync", "CreateInstanceAsync"], sent);
        Assert.Single(host.Cloud.Instances);
    }

    [Theory]
    [OnEachEngine]
    public async Task Create_ListingFailsForHours_NeitherFailsNorSendsAgain(string engine)
    {
        await using var host = await CoreHost.StartAsync(engine: engine);
        var shop = await Shop.OpenAsync(host);
        await shop.BuyAsync(shop.Request());
        host.Cloud.FailWith = x => x.Method == nameof(IProviderService.CreateInstanceAsync) ? Cut : x.Method == nameof(IProviderService.FindByMarkAsync) ? FakeCloud.Down : null;

        await host.DriveAsync(TimeSpan.FromHours(2));

        Assert.Equal(OperationState.Reconciling, (await shop.OperationAsync()).State);
        Assert.Equal(1, host.Cloud.CountOf(nameof(IProviderService.CreateInstanceAsync)));
    }

    [Theory]
    [OnEachEngine]
    public async Task CreateAsync_ForeignKey_IsRefusedLikeOneThatDoesNotExist(string engine)
    {
        await using var host = await CoreHost.StartAsync(engine: engine);
        var shop = await Shop.OpenAsync(host);

        var outcome = await shop.BuyAsync(shop.Request() with { KeyIds = [Guid.NewGuid()] });

        Assert.Equal("keys", Assert.IsType<CreateInstanceOutcome.Invalid>(outcome).Field);
    }

    [Theory]
    [OnEachEngine]
    public async Task CreateAsync_Viewer_IsDenied(string engine)
    {
        await using var host = await CoreHost.StartAsync(engine: engine);
        var shop = await Shop.OpenAsync(host);
        var viewer = await host.ColleagueAsync(shop.Customer, OrganizationRole.Viewer);

        await Assert.ThrowsAsync<AccessDeniedException>(() =>
            host.Get<CreateInstanceService>().CreateAsync(viewer, shop.Request(), TestContext.Current.CancellationToken));
    }

    private static ProviderError Arrive(Shop shop)
    {
        var operation = shop.OperationAsync().GetAwaiter().GetResult();
        shop.Host.Cloud.Instances.Add(new ProviderInstance(
            "i-late", "web-1", operation.Mark, InstanceStatus.Provisioning, "small", "north", "debian-12", [], shop.Host.Time.GetUtcNow()));
        return Cut;
    }
}
