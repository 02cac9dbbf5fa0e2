using SkyPanel.Core.Access;
using SkyPanel.Core.Data;
using SkyPanel.Core.Instances.Actions;
using SkyPanel.Core.Instances.Browse;
using SkyPanel.Core.Instances.Create;
using SkyPanel.Core.Operations;
using SkyPanel.Core.Organizations;
using SkyPanel.Core.Plans;
using SkyPanel.Core.Plans.Offerings;
using SkyPanel.Core.ProviderAccounts;
using SkyPanel.Core.Providers;
using SkyPanel.Tests.Support.Engines;

namespace SkyPanel.Tests.Spine;

/// <summary>The way of the money, from an admin's token to a deleted machine, on every engine at every vendor.</summary>
public sealed class SpineTests
{
    private const string Secret = "full-token-0123456789";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [OnEachEngine("linode", "g6-nanode-1", "eu-central", "linode/debian12", "/v4/linode/instances")]
    [OnEachEngine("digitalocean", "s-1vcpu-1gb", "fra1", "debian-13-x64", "/v2/droplets")]
    public async Task Panel_FromTokenToDeletedMachine_HasOneMachineAndThenNone(string engine, string vendor, string plan, string region, string image, string createPath)
    {
        await using var bench = await SpineBench.StartAsync(engine);
        var admin = await bench.PersonAsync("admin@example.test", admin: true);
        var customer = await bench.PersonAsync("customer@example.test", admin: false);
        var type = new ProviderType(vendor);

        var account = await AddAccountAsync(bench, admin, type);
        var planId = await SellAsync(bench, admin, type, plan, account);
        await OfferedAsync(bench, customer, type, planId, region);
        var request = new CreateInstanceRequest(Guid.CreateVersion7(), planId, region, image, "web-1", []);
        Assert.IsType<CreateInstanceOutcome.NotActive>(await CreateAsync(bench, customer, request));
        Assert.True(await bench.Get<OrganizationDirectory>().ApproveAsync(admin, customer.OrganizationId, Token));

        var id = Assert.IsType<CreateInstanceOutcome.Accepted>(await CreateAsync(bench, customer, request)).InstanceId;
        Assert.Equal(new CreateInstanceOutcome.AlreadyRequested(id), await CreateAsync(bench, customer, request));
        await SettledAsync(bench, customer, id, InstanceStatus.Running);
        Assert.Equal((1, 1), (await bench.MachinesAsync(), await bench.RequestsAsync("POST", createPath)));

        await LiveAsync(bench, customer, id);
        Assert.Equal((0, 1), (await bench.MachinesAsync(), await bench.RequestsAsync("POST", createPath)));
        Assert.DoesNotContain(Secret, bench.Log.Text, StringComparison.Ordinal);
    }

    private static async Task<Guid> AddAccountAsync(SpineBench bench, Actor admin, ProviderType type)
    {
        var accounts = bench.Get<ProviderAccountService>();
        var refused = await accounts.AddAsync(admin, new NewProviderAccount("Main", type, "invalid-1"), Token);
        Assert.Equal(ProviderErrorCode.InvalidCredentials, Assert.IsType<AddAccountOutcome.Refused>(refused).Error.Code);
        Assert.Empty(await accounts.ListAsync(admin, Token));

        var added = await accounts.AddAsync(admin, new NewProviderAccount("Main", type, Secret), Token);
        return Assert.IsType<AddAccountOutcome.Added>(added).AccountId;
    }

    private static async Task<Guid> SellAsync(SpineBench bench, Actor admin, ProviderType type, string plan, Guid account)
    {
        var plans = bench.Get<PlanService>();
        var row = Assert.Single(await plans.ListCatalogueAsync(admin, type, Token), x => x.Plan.Id == plan);
        var cost = row.Plan.Cost;
        var sold = await plans.AddAsync(
            admin, new NewPlan(type, plan, "Small", cost.Hourly + cost.Hourly, cost.Monthly + cost.Monthly, [account], Enabled: true), Token);
        return Assert.IsType<AddPlanOutcome.Added>(sold).PlanId;
    }

    private static async Task OfferedAsync(SpineBench bench, Actor customer, ProviderType type, Guid planId, string region)
    {
        var offerings = bench.Get<OfferingService>();
        Assert.Equal(type, Assert.Single(await offerings.ListProvidersAsync(customer, Token)).Type);
        var offer = Assert.Single(await offerings.ListPlansAsync(customer, type, Token));
        Assert.Equal((planId, false), (offer.Id, offer.UnavailableIn.ContainsKey(region)));
    }

    private static Task<CreateInstanceOutcome> CreateAsync(SpineBench bench, Actor customer, CreateInstanceRequest request) =>
        bench.Get<CreateInstanceService>().CreateAsync(customer, request, Token);

    private static async Task LiveAsync(SpineBench bench, Actor customer, Guid id)
    {
        var actions = bench.Get<InstanceActionService>();
        Assert.IsType<ActionOutcome.Accepted>(await actions.RebootAsync(customer, id, Guid.NewGuid(), Token));
        await SettledAsync(bench, customer, id, InstanceStatus.Running);
        Assert.IsType<ActionOutcome.Accepted>(await actions.ShutDownAsync(customer, id, Guid.NewGuid(), Token));
        await SettledAsync(bench, customer, id, InstanceStatus.Stopped);
        Assert.IsType<ActionOutcome.Accepted>(await actions.BootAsync(customer, id, Guid.NewGuid(), Token));
        await SettledAsync(bench, customer, id, InstanceStatus.Running);
        Assert.IsType<ActionOutcome.Accepted>(await actions.DeleteAsync(customer, id, Guid.NewGuid(), "web-1", Token));
        await SettledAsync(bench, customer, id, InstanceStatus.Deleted);
        Assert.Empty((await bench.Get<InstanceBrowser>().ListAsync(customer, new InstanceListQuery(), Token)).Rows);
    }

    private static async Task SettledAsync(SpineBench bench, Actor customer, Guid id, InstanceStatus wanted)
    {
        var detail = await bench.SettledAsync(customer, id);
        Assert.Equal((wanted, OperationState.Succeeded), (detail.Status, detail.Operations[0].State));
    }
}
