using Microsoft.EntityFrameworkCore;
using SkyPanel.Core.Access;
using SkyPanel.Core.Audit;
using SkyPanel.Core.Data;
using SkyPanel.Core.News;

namespace SkyPanel.Core.Alerts;

/// <summary>What admins must know: raised by the panel's own work, seen in the panel and sent by mail, until it is resolved.</summary>
public sealed class AlertBook(
    IDbContextFactory<SkyPanelDbContext> dbFactory, IDatabase database, AuditLog audit, INewsBus news, TimeProvider time)
{
    /// <summary>All open alerts, newest first.</summary>
    public async Task<IReadOnlyList<AlertRow>> ListAsync(Actor actor, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        await db.RequireAsync(actor, Permission.ViewHouse, cancellationToken);
        return await AlertQueries.Rows(db).ToListAsync(cancellationToken);
    }

    /// <summary>Takes one off the list. False when it is not open.</summary>
    public async Task<bool> DismissAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        await db.RequireAsync(actor, Permission.ManageOperations, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await CloseAsync(db.Set<Alert>().Where(x => x.Id == id && x.OpenKey != null), cancellationToken) == 0)
        {
            return false;
        }

        audit.Record(db, actor, null, "alert.dismissed", id);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        news.Publish(new NewsItem(NewsTopic.Staff, id));
        return true;
    }

    /// <summary>Raises it, or counts it up where it is open already.</summary>
    internal async Task RaiseAsync(AlertKind kind, Guid subjectId, string text, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        if (await CountUpAsync(db, kind, subjectId, text, cancellationToken) == 0)
        {
            db.Add(Alert.Raise(kind, subjectId, text, time.GetUtcNow()));
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException ex) when (database.IsUniqueViolation(ex))
            {
                await CountUpAsync(db, kind, subjectId, text, cancellationToken);
            }
        }

        news.Publish(new NewsItem(NewsTopic.Staff, subjectId));
    }

    /// <summary>It is over; nothing happens when it was never raised.</summary>
    internal async Task ResolveAsync(AlertKind kind, Guid subjectId, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        if (await CloseAsync(AlertQueries.Open(db, kind, subjectId), cancellationToken) > 0)
        {
            news.Publish(new NewsItem(NewsTopic.Staff, subjectId));
        }
    }

    private Task<int> CountUpAsync(SkyPanelDbContext db, AlertKind kind, Guid subjectId, string text, CancellationToken cancellationToken)
    {
        var (now, fitted) = (time.GetUtcNow(), Alert.Fit(text));
        return AlertQueries.Open(db, kind, subjectId).ExecuteUpdateAsync(
            x => x.SetProperty(y => y.Times, y => y.Times + 1).SetProperty(y => y.LastRaisedAt, now).SetProperty(y => y.Text, fitted),
            cancellationToken);
    }

    private Task<int> CloseAsync(IQueryable<Alert> alerts, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return alerts.ExecuteUpdateAsync(x => x.SetProperty(y => y.OpenKey, (string?)null).SetProperty(y => y.ResolvedAt, now), cancellationToken);
    }
}
