using Microsoft.EntityFrameworkCore;
using SkyPanel.Core.Access;
using SkyPanel.Core.Data;

namespace SkyPanel.Core.Organizations;

internal static class OrganizationQueries
{
    /// <summary>The organisations of a person who may act, the first joined first.</summary>
    public static IQueryable<Guid?> Of(SkyPanelDbContext db, Guid userId) =>
        from member in db.Set<OrganizationMember>()
        join user in db.Users on member.UserId equals user.Id
        where user.Id == userId && user.DisabledAt == null
        orderby member.JoinedAt
        select (Guid?)member.OrganizationId;

    /// <summary>
    /// Takes the organisation's turn for the rest of the transaction: whoever else asks for it waits, so that limits are counted one request
    /// at a time on every database.
    /// </summary>
    public static Task<int> TakeTurnAsync(SkyPanelDbContext db, Guid organizationId, CancellationToken cancellationToken) =>
        db.Set<Organization>()
            .Where(x => x.Id == organizationId)
            .ExecuteUpdateAsync(x => x.SetProperty(y => y.InstancesAsked, y => y.InstancesAsked + 1), cancellationToken);

    /// <summary>Why an organisation is suspended; nothing when it is not.</summary>
    public static IQueryable<string> SuspensionReason(SkyPanelDbContext db, Guid organizationId) =>
        db.Set<Organization>().Where(x => x.Id == organizationId && x.SuspendedAt != null).Select(x => x.SuspensionReason ?? "");

    /// <summary>All organisations with their first owner, newest first.</summary>
    public static IQueryable<OrganizationRow> Rows(SkyPanelDbContext db) =>
        from organization in db.Set<Organization>().AsNoTracking()
        orderby organization.CreatedAt descending
        select new OrganizationRow(
            organization.Id,
            organization.Name,
            (from member in db.Set<OrganizationMember>()
             join user in db.Users on member.UserId equals user.Id
             where member.OrganizationId == organization.Id && member.Role == OrganizationRole.Owner
             orderby member.JoinedAt
             select user.Email).FirstOrDefault() ?? "",
            organization.CreatedAt,
            organization.ApprovedAt,
            organization.SuspendedAt,
            organization.SuspensionReason,
            organization.Limits.Instances,
            organization.Limits.Vcpus,
            organization.Limits.Monthly);
}
