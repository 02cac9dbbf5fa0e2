using Microsoft.EntityFrameworkCore;
using SkyPanel.Core.Data.Failpoints;
using SkyPanel.Core.Operations;
using SkyPanel.Core.ProviderAccounts;
using SkyPanel.Core.Providers;

namespace SkyPanel.Core.Instances.Actions;

/// <summary>Boots, shuts down and reboots: compares with the wanted state before and after, and sends a restart twice on nobody's guess.</summary>
internal sealed class PowerHandler(ProviderGateway gateway, IFailpoints failpoints) : IOperationHandler
{
    public IReadOnlyCollection<OperationKind> Kinds => PowerAction.Kinds;

    public async Task StepAsync(OperationStep step, CancellationToken cancellationToken)
    {
        var instance = await step.Db.Set<VpsInstance>().SingleAsync(x => x.Id == step.Operation.InstanceId, cancellationToken);
        var action = new ActionStep(step, instance);
        try
        {
            await DispatchAsync(action, PowerAction.Of(step.Operation.Kind), cancellationToken);
        }
        catch (ProviderException ex)
        {
            action.WaitOrFail(ex.Error);
        }
    }

    private async Task DispatchAsync(ActionStep action, PowerAction power, CancellationToken cancellationToken)
    {
        var provider = await gateway.OpenAsync(action.Operation.AccountId, cancellationToken);
        var machine = await provider.GetInstanceAsync(action.Instance.ProviderInstanceId!, cancellationToken);
        if (machine is null)
        {
            action.FailMissing();
            return;
        }

        await (action.Operation.State switch
        {
            OperationState.Requested => SendAsync(action, power, provider, machine, cancellationToken),
            OperationState.Confirming => ConfirmAsync(action, power, machine),
            _ => LearnWhatItDidAsync(action, power, machine),
        });
    }

    private async Task SendAsync(
        ActionStep action, PowerAction power, IProviderService provider, ProviderInstance machine, CancellationToken cancellationToken)
    {
        if (power.IsState && machine.Status == power.Wanted && !machine.Busy)
        {
            action.Succeed(machine, $"{power.Done} already");
            return;
        }

        action.Operation.Submit(action.Now);
        await action.Step.SaveAsync(cancellationToken);
        await failpoints.HitAsync("power.submitted", cancellationToken);
        await power.SendAsync(provider, machine.Id, cancellationToken);
        await failpoints.HitAsync("power.answered", cancellationToken);
        action.Instance.Begin(power.Transition);
        action.Operation.Confirm(action.Now, action.Step.Options.ConfirmPoll, "Accepted by the provider");
    }

    private static Task ConfirmAsync(ActionStep action, PowerAction power, ProviderInstance machine)
    {
        if (machine.Status == power.Wanted && !machine.Busy)
        {
            action.Succeed(machine, power.Done);
        }
        else if (action.IsOver)
        {
            action.Fail(machine, ProviderErrorCode.Timeout, power.TooSlow);
        }
        else
        {
            action.WaitFor(machine, power.Transition);
        }

        return Task.CompletedTask;
    }

    /// <summary>Sent with no clear answer, or interrupted. A wanted state may be asked for again; a restart may not.</summary>
    private static Task LearnWhatItDidAsync(ActionStep action, PowerAction power, ProviderInstance machine)
    {
        if (machine.Busy || machine.Status == power.Transition || (power.IsState && machine.Status == power.Wanted))
        {
            action.Operation.Confirm(action.Now, action.Step.Options.ConfirmPoll, "The provider is doing it");
        }
        else if (power.IsState && action.IsSpent)
        {
            action.Fail(machine, ProviderErrorCode.Unavailable, "The provider did not carry it out, however often it was asked. Try again later.");
        }
        else if (power.IsState)
        {
            action.SendAgain();
        }
        else
        {
            action.Fail(machine, ProviderErrorCode.Timeout, "It is not known whether it was restarted. It was not sent again; restart it once more if you still need to.");
        }

        return Task.CompletedTask;
    }
}
