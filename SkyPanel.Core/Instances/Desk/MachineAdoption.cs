using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SkyPanel.Core.Operations;
using SkyPanel.Core.ProviderAccounts;
using SkyPanel.Core.Providers;

namespace SkyPanel.Core.Instances.Desk;

/// <summary>Ties a machine that a person has recognised to the create that made it.</summary>
internal sealed class MachineAdoption(ProviderGateway gateway, IOptions<OperationOptions> options)
{
    /// <summary>Refuses what is no machine of the account, or somebody's already.</summary>
    public async Task<DeskOutcome> AdoptAsync(Decision decision, string machineId, CancellationToken cancellationToken)
    {
        var (operation, instance) = (decision.Operation, decision.Instance);
        if (operation.Kind != OperationKind.Create || instance.ProviderInstanceId is not null || operation.State == OperationState.Requested)
        {
            return new DeskOutcome.Refused("This operation looks for no machine.");
        }

        if (instance.DeletedAt is not null)
        {
            return new DeskOutcome.Refused("The customer has deleted this VPS. Delete the machine at the provider, then settle this.");
        }

        if (await decision.Db.Set<Operation>().AnyAsync(x => x.ActiveInstanceId == instance.Id && x.Id != operation.Id, cancellationToken))
        {
            return new DeskOutcome.Refused("Something else is under way on this VPS. Wait until it is done.");
        }

        try
        {
            var provider = await gateway.OpenAsync(operation.AccountId, cancellationToken);
            if (await provider.GetInstanceAsync(machineId, cancellationToken) is not { } machine)
            {
                return new DeskOutcome.Refused("The account has no machine of that id.");
            }

            return await RefusalAsync(decision, machine, cancellationToken) is { } text ? new DeskOutcome.Refused(text) : Adopt(decision, machine);
        }
        catch (ProviderException ex)
        {
            return new DeskOutcome.Refused(ex.Error.AdminText);
        }
    }

    private static async Task<string?> RefusalAsync(Decision decision, ProviderInstance machine, CancellationToken cancellationToken)
    {
        if (machine.Mark is { } mark && !string.Equals(mark, decision.Operation.Mark, StringComparison.Ordinal))
        {
            return $"That machine carries the mark of another create, {mark}.";
        }

        return await decision.Db.Set<VpsInstance>().AnyAsync(x => x.AccountId == decision.Operation.AccountId && x.ProviderInstanceId == machine.Id, cancellationToken)
            ? "That machine is another instance's already."
            : null;
    }

    private DeskOutcome Adopt(Decision decision, ProviderInstance machine)
    {
        decision.Instance.Adopt(machine, decision.Now);
        decision.Operation.Adopt(decision.Now, options.Value.ConfirmPoll, "Found by the support team; the machine is yours");
        decision.Operation.Settle(decision.Now, $"Machine {machine.Id} adopted");
        return new DeskOutcome.Done();
    }
}
