using Microsoft.EntityFrameworkCore;
using SkyPanel.Core.Data;

namespace SkyPanel.Core.Instances.Keys;

internal static class SshKeyQueries
{
    public static IQueryable<SshKeyRow> Rows(SkyPanelDbContext db, Guid organizationId) =>
        db.Set<SshKey>().AsNoTracking()
            .Where(x => x.OrganizationId == organizationId)
            .OrderBy(x => x.Name)
            .Select(x => new SshKeyRow(x.Id, x.Name, x.Fingerprint, x.CreatedAt));

    /// <summary>The chosen keys, as far as they are the organisation's.</summary>
    public static IQueryable<string> Chosen(SkyPanelDbContext db, Guid organizationId, IReadOnlyCollection<Guid> ids) =>
        db.Set<SshKey>().Where(x => x.OrganizationId == organizationId && ids.Contains(x.Id)).Select(x => x.PublicKey);
}
