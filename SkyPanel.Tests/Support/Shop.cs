using Microsoft.EntityFrameworkCore;
using SkyPanel.Core.Access;
using SkyPanel.Core.Instances;
using SkyPanel.Core.Instances.Create;
using SkyPanel.Core.Operations;
using SkyPanel.Core.Providers;

namespace SkyPanel.Tests.Support;

/// <summary>A panel with one plan for sale and a customer who may buy it.</summary>
internal sealed class Shop(CoreHost host, Guid planId, Actor customer)
{
    public CoreHost Host => host;

    public Actor Customer => customer;

    public static async Task<Shop> OpenAsync(CoreHost host)
    {
        var admin = await host.AdminAsync();
        var account = await host.AddAccountAsync(admin, host.Cloud);
        var plan = await host.AddPlanAsync(admin, host.Cloud, [account]);
        return new Shop(host, plan, await host.CustomerAsync());
    }

    public CreateInstanceRequest Request(string name = "web-1", Guid? id = null) =>
        new(id ?? Guid.CreateVersion7(), planId, "north", "debian-12", name, []);

    public Task<CreateInstanceOutcome> BuyAsync(CreateInstanceRequest request) =>
        host.Get<CreateInstanceService>().CreateAsync(customer, request, TestContext.Current.CancellationToken);

    /// <summary>A machine that runs.</summary>
    public async Task<VpsInstance> BuyRunningAsync(string name = "web-1")
    {
        Assert.IsType<CreateInstanceOutcome.Accepted>(await BuyAsync(Request(name)));
        await host.StepAsync();
        PowerOn();
        await host.DriveAsync();
        return await InstanceAsync(name);
    }

    /// <summary>What the provider does some seconds after a create.</summary>
    public void PowerOn()
    {
        var machines = host.Cloud.Instances;
        for (var i = 0; i < machines.Count; i++)
        {
            if (machines[i].Status == InstanceStatus.Provisioning)
            {
                machines[i] = machines[i] with { Status = InstanceStatus.Running, Addresses = [$"192.0.2.{i + 1}"] };
            }
        }
    }

    public async Task<VpsInstance> InstanceAsync(string name = "web-1")
    {
        await using var db = host.OpenDb();
        return await db.Set<VpsInstance>().AsNoTracking().SingleAsync(x => x.Name == name, TestContext.Current.CancellationToken);
    }

    public async Task<Operation> OperationAsync(OperationKind kind = OperationKind.Create)
    {
        await using var db = host.OpenDb();
        return await db.Set<Operation>().AsNoTracking().Include(x => x.Stages).SingleAsync(x => x.Kind == kind, TestContext.Current.CancellationToken);
    }
}
