using Microsoft.EntityFrameworkCore;
using SkyPanel.Core.Access;
using SkyPanel.Core.Data;
using SkyPanel.Core.Operations;

namespace SkyPanel.Core.Instances.Browse;

/// <summary>Reads instances for lists and pages: from the database alone, whatever the providers do.</summary>
public sealed class InstanceBrowser(IDbContextFactory<SkyPanelDbContext> dbFactory)
{
    private const int OperationsShown = 10;

    public async Task<InstanceList> ListAsync(Actor actor, InstanceListQuery query, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        await db.RequireAsync(actor, Permission.ViewInstances, cancellationToken);
        var matching = BrowseQueries.Filtered(db, actor.OrganizationId, query);
        var total = await matching.CountAsync(cancellationToken);
        var rows = await BrowseQueries.Page(db, matching, query).ToListAsync(cancellationToken);
        var any = total > 0 || await InstanceQueries.Living(db, actor.OrganizationId).AnyAsync(cancellationToken);
        return new InstanceList(rows, total, any);
    }

    /// <summary>One row anew, after news of it; null when it is gone or foreign.</summary>
    public async Task<InstanceRow?> GetRowAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        await db.RequireAsync(actor, Permission.ViewInstances, cancellationToken);
        return await BrowseQueries.Rows(db, InstanceQueries.Owned(db, actor.OrganizationId, id)).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>One instance with its newest operations; null when the organisation has no such instance.</summary>
    public async Task<InstanceDetail?> GetAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        await db.RequireAsync(actor, Permission.ViewInstances, cancellationToken);

        // The operations first: whoever sees the last one finished then sees the instance at least as it was left by it.
        var operations = await OperationQueries.OfInstance(db, id)
            .Where(x => x.OrganizationId == actor.OrganizationId)
            .Take(OperationsShown)
            .ToListAsync(cancellationToken);
        var instance = await db.Set<VpsInstance>().AsNoTracking()
            .SingleOrDefaultAsync(x => x.Id == id && x.OrganizationId == actor.OrganizationId, cancellationToken);
        return instance is null ? null : InstanceDetail.Of(instance, operations);
    }
}
