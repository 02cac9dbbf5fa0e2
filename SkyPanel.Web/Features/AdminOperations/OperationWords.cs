using SkyPanel.Core.Instances.Desk;
using SkyPanel.Core.Operations;
using SkyPanel.Web.Components.Shared;

namespace SkyPanel.Web.Features.AdminOperations;

/// <summary>Operations as admins read them.</summary>
public static class OperationWords
{
    public static string Word(this OperationKind kind) => kind switch
    {
        OperationKind.Create => "Create",
        OperationKind.Boot => "Power on",
        OperationKind.ShutDown => "Shut down",
        OperationKind.Reboot => "Reboot",
        OperationKind.Delete => "Delete",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    };

    public static string Word(this OperationState state) => state switch
    {
        OperationState.Requested => "Waiting to be sent",
        OperationState.Submitted => "Being sent",
        OperationState.Confirming => "Under way",
        OperationState.Reconciling => "Outcome unknown",
        OperationState.Succeeded => "Done",
        OperationState.Failed => "Failed",
        OperationState.Cancelled => "Cancelled",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, message: null),
    };

    public static StatusTone Tone(this OperationState state) => state switch
    {
        OperationState.Succeeded => StatusTone.Success,
        OperationState.Failed => StatusTone.Danger,
        OperationState.Cancelled => StatusTone.Neutral,
        OperationState.Reconciling => StatusTone.Warning,
        _ => StatusTone.Active,
    };

    public static string Word(this OperationSieve sieve) => sieve switch
    {
        OperationSieve.Attention => "Needs people",
        OperationSieve.UnderWay => "Under way",
        OperationSieve.Failed => "Failed",
        _ => "All",
    };
}
