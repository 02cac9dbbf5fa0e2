using Microsoft.EntityFrameworkCore;
using SkyPanel.Core.Audit;
using SkyPanel.Core.Data.Failpoints;
using SkyPanel.Core.Operations;
using SkyPanel.Core.ProviderAccounts;
using SkyPanel.Core.Providers;

namespace SkyPanel.Core.Instances.Actions;

/// <summary>Deletes a machine and sees that it is gone. A machine that stays costs money, so giving up is told to the admins.</summary>
internal sealed class DeleteHandler(ProviderGateway gateway, AuditLog audit, IFailpoints failpoints) : IOperationHandler
{
    public IReadOnlyCollection<OperationKind> Kinds => [OperationKind.Delete];

    public async Task StepAsync(OperationStep step, CancellationToken cancellationToken)
    {
        var instance = await step.Db.Set<VpsInstance>().SingleAsync(x => x.Id == step.Operation.InstanceId, cancellationToken);
        var action = new ActionStep(step, instance);
        try
        {
            await DeleteAsync(action, cancellationToken);
        }
        catch (ProviderException ex)
        {
            action.WaitOrFail(ex.Error);
        }

        if (action.Operation.State == OperationState.Failed)
        {
            action.Operation.RaiseAttention(action.Now, $"Machine {instance.ProviderInstanceId} could not be seen deleted. If it is still there it goes on costing money: look at the provider.");
        }
    }

    private async Task DeleteAsync(ActionStep action, CancellationToken cancellationToken)
    {
        if (action.Instance.ProviderInstanceId is not { } id)
        {
            Finish(action, "There was no machine at the provider");
            return;
        }

        var provider = await gateway.OpenAsync(action.Operation.AccountId, cancellationToken);
        if (action.Operation.State != OperationState.Confirming && !action.IsSpent)
        {
            await SendAsync(action, provider, id, cancellationToken);
        }

        await ConfirmAsync(action, provider, id, cancellationToken);
    }

    private async Task SendAsync(ActionStep action, IProviderService provider, string id, CancellationToken cancellationToken)
    {
        action.Operation.Submit(action.Now);
        action.Instance.Begin(InstanceStatus.Deleting);
        await action.Step.SaveAsync(cancellationToken);
        await failpoints.HitAsync("delete.submitted", cancellationToken);
        await provider.DeleteInstanceAsync(id, cancellationToken);
        await failpoints.HitAsync("delete.answered", cancellationToken);
        action.Operation.Confirm(action.Now, action.Step.Options.ConfirmPoll, "Accepted by the provider");
    }

    private async Task ConfirmAsync(ActionStep action, IProviderService provider, string id, CancellationToken cancellationToken)
    {
        var machine = await provider.GetInstanceAsync(id, cancellationToken);
        if (machine is null or { Status: InstanceStatus.Deleted })
        {
            Finish(action, "Deleted");
        }
        else if (action.IsSpent && action.Operation.State != OperationState.Confirming)
        {
            action.Fail(machine, ProviderErrorCode.Unavailable, "The provider did not carry it out. The support team has been told.");
        }
        else if (action.IsOver)
        {
            action.Fail(machine, ProviderErrorCode.Timeout, "The provider accepted, but the machine is still there. The support team has been told.");
        }
        else
        {
            action.WaitFor(machine, InstanceStatus.Deleting);
        }
    }

    private void Finish(ActionStep action, string text)
    {
        action.Instance.MarkDeleted(action.Now);
        action.Operation.Succeed(action.Now, text);
        audit.RecordBySystem(action.Step.Db, action.Operation.OrganizationId, "instance.deleted", action.Instance.Id, action.Instance.Name);
    }
}
