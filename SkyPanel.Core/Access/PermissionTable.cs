using SkyPanel.Core.Data.Identity;

namespace SkyPanel.Core.Access;

/// <summary>Which role allows what: the whole policy on one page.</summary>
public static class PermissionTable
{
    private static readonly Dictionary<OrganizationRole, HashSet<Permission>> ByOrganizationRole = new()
    {
        [OrganizationRole.Viewer] = [Permission.ViewInstances],
        [OrganizationRole.Owner] = [Permission.ViewInstances, Permission.ManageInstances, Permission.DeleteInstances],
    };

    private static readonly Dictionary<StaffRole, HashSet<Permission>> ByStaffRole = new()
    {
        [StaffRole.None] = [],
        [StaffRole.Admin] =
        [
            Permission.ViewHouse, Permission.ManageCatalog, Permission.ManageOrganizations, Permission.ManageOperations,
        ],
    };

    public static bool Allows(OrganizationRole? role, Permission permission) =>
        role is { } some && ByOrganizationRole[some].Contains(permission);

    public static bool Allows(StaffRole role, Permission permission) => ByStaffRole[role].Contains(permission);
}
