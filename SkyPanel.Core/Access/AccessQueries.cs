using SkyPanel.Core.Data;

namespace SkyPanel.Core.Access;

internal static class AccessQueries
{
    /// <summary>No row when the person does not exist or is disabled.</summary>
    public static IQueryable<Standing> Standing(SkyPanelDbContext db, Actor actor) =>
        from user in db.Users
        where user.Id == actor.UserId && user.DisabledAt == null
        select new Standing(
            user.StaffRole,
            db.Set<OrganizationMember>()
                .Where(x => x.UserId == user.Id && x.OrganizationId == actor.OrganizationId)
                .Select(x => (OrganizationRole?)x.Role)
                .FirstOrDefault());
}
