using Microsoft.EntityFrameworkCore;
using SkyPanel.Core.Data;

namespace SkyPanel.Core.Operations;

internal static class OperationQueries
{
    /// <summary>What a worker may claim now: due, unfinished, and unclaimed or left behind by a worker that is gone.</summary>
    public static IQueryable<Operation> Claimable(SkyPanelDbContext db, DateTimeOffset now) =>
        Unclaimed(db, now).Where(x => x.FinishedAt == null && x.DueAt <= now);

    /// <summary>What nobody has claimed, or only somebody who is gone.</summary>
    public static IQueryable<Operation> Unclaimed(SkyPanelDbContext db, DateTimeOffset now) =>
        db.Set<Operation>().Where(x => x.ClaimedUntil == null || x.ClaimedUntil < now);

    /// <summary>When the next unfinished operation that nobody has claimed is due.</summary>
    public static IQueryable<DateTimeOffset?> NextDue(SkyPanelDbContext db) =>
        db.Set<Operation>()
            .Where(x => x.FinishedAt == null && x.ClaimedUntil == null)
            .OrderBy(x => x.DueAt)
            .Select(x => (DateTimeOffset?)x.DueAt);

    /// <summary>What is under way on an instance: one or none.</summary>
    public static IQueryable<Operation> UnderWay(SkyPanelDbContext db, Guid instanceId) =>
        db.Set<Operation>().AsNoTracking().Where(x => x.ActiveInstanceId == instanceId);

    /// <summary>The operations of one instance, newest first, with their log.</summary>
    public static IQueryable<Operation> OfInstance(SkyPanelDbContext db, Guid instanceId) =>
        db.Set<Operation>().AsNoTracking()
            .Include(x => x.Stages)
            .Where(x => x.InstanceId == instanceId)
            .OrderByDescending(x => x.RequestedAt);

    public static IQueryable<Operation> ByRequest(SkyPanelDbContext db, Guid organizationId, Guid requestId) =>
        db.Set<Operation>().AsNoTracking().Where(x => x.OrganizationId == organizationId && x.RequestId == requestId);
}
