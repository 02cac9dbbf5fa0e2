using Microsoft.EntityFrameworkCore;
using SkyPanel.Core.Data;
using SkyPanel.Core.Data.Identity;

namespace SkyPanel.Core.Access;

/// <summary>Decides, at each service call and from the database, whether an actor may do a thing.</summary>
public static class AccessGuard
{
    /// <summary>Passes when the actor has the permission, through the organisation they act in or as staff.</summary>
    /// <exception cref="AccessDeniedException">They do not, or are disabled, or are no member of that organisation.</exception>
    public static async Task RequireAsync(
        this SkyPanelDbContext db, Actor actor, Permission permission, CancellationToken cancellationToken)
    {
        if (!await db.IsAllowedAsync(actor, permission, cancellationToken))
        {
            throw new AccessDeniedException(permission);
        }
    }

    public static async Task<bool> IsAllowedAsync(
        this SkyPanelDbContext db, Actor actor, Permission permission, CancellationToken cancellationToken)
    {
        var standing = await AccessQueries.Standing(db, actor).FirstOrDefaultAsync(cancellationToken);
        return standing is not null
            && (PermissionTable.Allows(standing.StaffRole, permission) || PermissionTable.Allows(standing.Role, permission));
    }
}

/// <summary>What an actor is now: their role in the organisation that they act in, if any, and in the house.</summary>
public sealed record Standing(StaffRole StaffRole, OrganizationRole? Role);

/// <summary>The actor lacks a permission.</summary>
public sealed class AccessDeniedException(Permission permission)
    : Exception($"This needs the permission '{permission}'.")
{
    public Permission Permission { get; } = permission;
}
