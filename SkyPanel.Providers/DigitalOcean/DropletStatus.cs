using SkyPanel.Core.Providers;

namespace SkyPanel.Providers.DigitalOcean;

/// <summary>The vendor has four statuses; what a machine really does is told by the action in progress.</summary>
internal static class DropletStatus
{
    public const string New = "new";

    public static bool IsKnown(string? status) => status is New or "active" or "off" or "archive";

    public static InstanceStatus Map(string? status, string? actionInProgress) => (status, actionInProgress) switch
    {
        ("active" or "off", { } action) when During(action) is { } doing => doing,
        (New, _) => InstanceStatus.Provisioning,
        ("active", _) => InstanceStatus.Running,
        ("off" or "archive", _) => InstanceStatus.Stopped,
        _ => InstanceStatus.Unknown,
    };

    private static InstanceStatus? During(string action) => action switch
    {
        "create" => InstanceStatus.Provisioning,
        "power_on" => InstanceStatus.Starting,
        "reboot" or "power_cycle" => InstanceStatus.Rebooting,
        "shutdown" or "power_off" => InstanceStatus.Stopping,
        "resize" => InstanceStatus.Resizing,
        "rebuild" => InstanceStatus.Rebuilding,
        "restore" => InstanceStatus.Restoring,
        "destroy" => InstanceStatus.Deleting,
        _ => null,
    };
}
