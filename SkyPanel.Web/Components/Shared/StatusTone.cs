using SkyPanel.Core.Providers;

namespace SkyPanel.Web.Components.Shared;

/// <summary>What a status means for whoever looks: the only use of colour.</summary>
public enum StatusTone
{
    Neutral,
    Success,
    Warning,
    Danger,
    Info,

    /// <summary>Something is under way; the dot pulses.</summary>
    Active,
}

/// <summary>How each instance status looks and reads.</summary>
public static class InstanceStatusLooks
{
    public static StatusTone Tone(this InstanceStatus status) => status switch
    {
        InstanceStatus.Running => StatusTone.Success,
        InstanceStatus.Stopped or InstanceStatus.Deleted => StatusTone.Neutral,
        InstanceStatus.Suspended or InstanceStatus.Unknown => StatusTone.Warning,
        InstanceStatus.Error or InstanceStatus.Missing => StatusTone.Danger,
        _ => StatusTone.Active,
    };

    public static string Word(this InstanceStatus status) => status switch
    {
        InstanceStatus.Requested => "Requested",
        InstanceStatus.Provisioning => "Being created",
        InstanceStatus.Starting => "Starting",
        InstanceStatus.Running => "Running",
        InstanceStatus.Stopping => "Shutting down",
        InstanceStatus.Stopped => "Off",
        InstanceStatus.Rebooting => "Rebooting",
        InstanceStatus.Resizing => "Resizing",
        InstanceStatus.Rebuilding => "Rebuilding",
        InstanceStatus.Restoring => "Restoring",
        InstanceStatus.Cloning => "Cloning",
        InstanceStatus.Migrating => "Moving",
        InstanceStatus.Suspended => "Suspended",
        InstanceStatus.Deleting => "Being deleted",
        InstanceStatus.Deleted => "Deleted",
        InstanceStatus.Error => "Failed",
        InstanceStatus.Missing => "Missing",
        _ => "Unknown",
    };
}
