using SkyPanel.Core.Operations;
using SkyPanel.Core.Providers;

namespace SkyPanel.Core.Instances.Actions;

/// <summary>What one power action sends, leads through and ends in.</summary>
internal sealed record PowerAction(
    OperationKind Kind,
    InstanceStatus Transition,
    InstanceStatus Wanted,
    Func<IProviderService, string, CancellationToken, Task> SendAsync,
    string Done,
    string TooSlow)
{
    private static readonly Dictionary<OperationKind, PowerAction> All = new PowerAction[]
    {
        new(OperationKind.Boot, InstanceStatus.Starting, InstanceStatus.Running,
            (x, id, token) => x.BootAsync(id, token), "Running", "It did not start in time. Look at its console, or try again."),
        new(OperationKind.ShutDown, InstanceStatus.Stopping, InstanceStatus.Stopped,
            (x, id, token) => x.ShutDownAsync(id, token), "Stopped", "Its operating system did not stop in time; it still runs and costs money as before. Try again."),
        new(OperationKind.Reboot, InstanceStatus.Rebooting, InstanceStatus.Running,
            (x, id, token) => x.RebootAsync(id, token), "Running again", "It was not seen running again in time. Look at its console, or try again."),
    }.ToDictionary(x => x.Kind);

    public static IReadOnlyCollection<OperationKind> Kinds => All.Keys;

    /// <summary>Whether being in the wanted state means that there is nothing to do: true of states, not of a restart.</summary>
    public bool IsState => Kind != OperationKind.Reboot;

    public static PowerAction Of(OperationKind kind) => All[kind];
}
