using SkyPanel.Core.Operations;
using SkyPanel.Core.Providers;

namespace SkyPanel.Core.Instances.Create;

/// <summary>Watches a machine that the provider has named until it runs.</summary>
internal static class CreateConfirmation
{
    public static async Task ConfirmAsync(CreateStep create, IProviderService provider, CancellationToken cancellationToken)
    {
        var machine = await provider.GetInstanceAsync(create.Instance.ProviderInstanceId!, cancellationToken);
        if (machine is not null)
        {
            create.Instance.Observe(machine, create.Now);
        }

        if (machine is { Status: InstanceStatus.Running, Addresses.Count: > 0 })
        {
            create.Operation.Succeed(create.Now, "Running");
        }
        else if (create.Now - create.Operation.StateSince >= create.Step.Options.CreateTimeout)
        {
            GiveUp(create, machine);
        }
        else
        {
            create.Operation.CheckAgain(create.Now, Pace.Next(create.Operation, create.Step.Options));
        }
    }

    /// <summary>It exists and costs money, but does not run: said to the customer, and to the admins.</summary>
    private static void GiveUp(CreateStep create, ProviderInstance? machine)
    {
        var state = machine is null ? "is no longer listed" : $"is {machine.Status}";
        create.Operation.RaiseAttention(create.Now, $"Machine {create.Instance.ProviderInstanceId} was created but {state}.");
        create.Operation.Fail(
            create.Now, ProviderErrorCode.Timeout, "The machine was created but did not start in time. It is kept, and it costs money: try to power it on, or delete it.");
        if (machine is null)
        {
            create.Instance.Begin(InstanceStatus.Missing);
        }
    }
}
