using MudBlazor;
using SkyPanel.Core.Instances.Actions;
using SkyPanel.Core.Operations;
using SkyPanel.Web.Components.Shared;
using SkyPanel.Web.Hosting.Identity;

namespace SkyPanel.Web.Features.Instances;

/// <summary>Sends what a person asks of a machine, and tells them what came of it.</summary>
public sealed class InstanceCommands(CurrentActor actors, InstanceActionService actions, OperationCancellation cancellation, IDialogService dialogs, ISnackbar snackbar)
{
    /// <summary>Sends a power action. True when it was written down.</summary>
    public async Task<bool> PowerAsync(OperationKind kind, Guid id, string name)
    {
        var actor = await actors.GetAsync(CancellationToken.None);
        var request = Guid.CreateVersion7();
        var outcome = kind switch
        {
            OperationKind.Boot => await actions.BootAsync(actor, id, request, CancellationToken.None),
            OperationKind.ShutDown => await actions.ShutDownAsync(actor, id, request, CancellationToken.None),
            OperationKind.Reboot => await actions.RebootAsync(actor, id, request, CancellationToken.None),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This is no power action."),
        };
        return Tell(outcome, $"{PowerWords.Doing(kind)} {name}");
    }

    /// <summary>Deletes once the name was typed. True when it was written down.</summary>
    public async Task<bool> DeleteAsync(Guid id, string name)
    {
        var confirmed = await TypedConfirmDialog.ShowAsync(
            dialogs, $"Delete {name}", "The VPS and everything on its disk are deleted for ever, and its address is given up. It stops costing money.", name, "Delete VPS");
        if (!confirmed)
        {
            return false;
        }

        var actor = await actors.GetAsync(CancellationToken.None);
        return Tell(await actions.DeleteAsync(actor, id, Guid.CreateVersion7(), name, CancellationToken.None), $"Deleting {name}");
    }

    /// <summary>Takes back what was not sent yet. True when it was.</summary>
    public async Task<bool> CancelAsync(Guid id, string name) =>
        Tell(await cancellation.CancelAsync(await actors.GetAsync(CancellationToken.None), id, CancellationToken.None), $"Cancelled for {name}");

    private bool Tell(ActionOutcome outcome, string accepted)
    {
        var (text, severity) = outcome.Match(
            () => (accepted, Severity.Success),
            () => ("This VPS is no longer there.", Severity.Warning),
            () => ("Something else is under way on this VPS. Wait until it is done.", Severity.Warning),
            x => (x, Severity.Warning));
        snackbar.Add(text, severity);
        return severity == Severity.Success;
    }
}
