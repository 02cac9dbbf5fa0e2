using System.Collections.Frozen;
using SkyPanel.Core.Providers;

namespace SkyPanel.Providers.Linode;

/// <summary>The vendor's words for what a machine does.</summary>
internal static class LinodeStatus
{
    private static readonly FrozenDictionary<string, InstanceStatus> Known = new Dictionary<string, InstanceStatus>(StringComparer.Ordinal)
    {
        ["provisioning"] = InstanceStatus.Provisioning,
        ["booting"] = InstanceStatus.Starting,
        ["running"] = InstanceStatus.Running,
        ["shutting_down"] = InstanceStatus.Stopping,
        ["offline"] = InstanceStatus.Stopped,
        ["stopped"] = InstanceStatus.Stopped,
        ["rebooting"] = InstanceStatus.Rebooting,
        ["resizing"] = InstanceStatus.Resizing,
        ["migrating"] = InstanceStatus.Migrating,
        ["rebuilding"] = InstanceStatus.Rebuilding,
        ["restoring"] = InstanceStatus.Restoring,
        ["cloning"] = InstanceStatus.Cloning,
        ["deleting"] = InstanceStatus.Deleting,
        ["billing_suspension"] = InstanceStatus.Suspended,
        // It works on something and does not say on what.
        ["busy"] = InstanceStatus.Unknown,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static bool IsKnown(string? status) => Known.ContainsKey(status ?? "");

    public static InstanceStatus Map(string? status) => Known.GetValueOrDefault(status ?? "", InstanceStatus.Unknown);

    /// <summary>Every state but a resting one refuses other work.</summary>
    public static bool IsBusy(string? status)
        => IsKnown(status) && Map(status) is not (InstanceStatus.Running or InstanceStatus.Stopped or InstanceStatus.Suspended);
}
