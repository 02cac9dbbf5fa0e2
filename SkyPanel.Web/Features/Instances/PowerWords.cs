using SkyPanel.Core.Operations;
using SkyPanel.Core.Providers;

namespace SkyPanel.Web.Features.Instances;

/// <summary>What can be asked of a machine now, and how that is called.</summary>
public static class PowerWords
{
    /// <summary>"Powering on", to be followed by the name.</summary>
    public static string Doing(OperationKind kind) => kind switch
    {
        OperationKind.Create => "Creating",
        OperationKind.Boot => "Powering on",
        OperationKind.ShutDown => "Shutting down",
        OperationKind.Reboot => "Rebooting",
        OperationKind.Delete => "Deleting",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    };

    /// <summary>The same as a past event: "Powered on".</summary>
    public static string Done(OperationKind kind) => kind switch
    {
        OperationKind.Create => "Created",
        OperationKind.Boot => "Powered on",
        OperationKind.ShutDown => "Shut down",
        OperationKind.Reboot => "Rebooted",
        OperationKind.Delete => "Deleted",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    };

    /// <summary>Why a power action makes no sense now; null when it does.</summary>
    public static string? WhyNot(OperationKind kind, InstanceStatus status, bool busy, bool hasMachine) => (kind, status) switch
    {
        _ when busy => "Something is under way",
        _ when !hasMachine => "There is no machine yet",
        (OperationKind.Boot, InstanceStatus.Running) => "It is running",
        (OperationKind.ShutDown or OperationKind.Reboot, InstanceStatus.Stopped) => "It is off",
        (_, InstanceStatus.Missing or InstanceStatus.Deleting or InstanceStatus.Deleted) => "The machine is gone",
        (_, InstanceStatus.Suspended) => "It is held by the provider",
        _ => null,
    };
}
