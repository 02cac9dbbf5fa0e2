namespace SkyPanel.Core.Access;

/// <summary>One thing that can be allowed.</summary>
public enum Permission
{
    /// <summary>See the organisation's instances, keys and operations.</summary>
    ViewInstances,

    /// <summary>Create instances, switch them on and off, manage keys.</summary>
    ManageInstances,

    /// <summary>Delete instances for ever.</summary>
    DeleteInstances,

    /// <summary>See the house's side: accounts, costs, all organisations and their instances.</summary>
    ViewHouse,

    /// <summary>Change provider accounts and plans.</summary>
    ManageCatalog,

    /// <summary>Approve, suspend and limit organisations.</summary>
    ManageOrganizations,

    /// <summary>Settle operations that people must decide.</summary>
    ManageOperations,
}
