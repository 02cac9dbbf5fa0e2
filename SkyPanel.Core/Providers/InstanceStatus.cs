namespace SkyPanel.Core.Providers;

/// <summary>What a machine is doing, in one vocabulary for all providers. Stored by name: rename none.</summary>
public enum InstanceStatus
{
    /// <summary>Asked for, not yet confirmed by the provider.</summary>
    Requested,
    Provisioning,
    Starting,
    Running,
    Stopping,
    Stopped,
    Rebooting,
    Resizing,
    Rebuilding,
    Restoring,
    Cloning,
    Migrating,

    /// <summary>Held by the provider, for its bill or for abuse.</summary>
    Suspended,
    Deleting,
    Deleted,

    /// <summary>The machine was never made, or the provider reports it broken.</summary>
    Error,

    /// <summary>The provider no longer knows it though nobody here deleted it.</summary>
    Missing,

    /// <summary>The provider used a word that we do not know.</summary>
    Unknown,
}
