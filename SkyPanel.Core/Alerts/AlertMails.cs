using Microsoft.EntityFrameworkCore;
using SkyPanel.Core.Data;

namespace SkyPanel.Core.Alerts;

/// <summary>Which mails are owed about alerts. For whoever delivers them; it asks nobody's permission.</summary>
public sealed class AlertMails(IDbContextFactory<SkyPanelDbContext> dbFactory, TimeProvider time)
{
    private const int AtOnce = 20;

    /// <summary>Takes what is owed: whatever is returned is returned to nobody else, and never again.</summary>
    public async Task<IReadOnlyList<AlertMail>> TakeAsync(CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var owed = await AlertQueries.Unmailed(db).AsNoTracking().Take(AtOnce).ToListAsync(cancellationToken);
        if (owed.Count == 0)
        {
            return [];
        }

        var addresses = await AlertQueries.AdminAddresses(db).ToListAsync(cancellationToken);
        if (addresses.Count == 0)
        {
            return [];
        }

        var mails = new List<AlertMail>();
        var now = time.GetUtcNow();
        foreach (var alert in owed)
        {
            var taken = await db.Set<Alert>()
                .Where(x => x.Id == alert.Id && x.MailedAt == null)
                .ExecuteUpdateAsync(x => x.SetProperty(y => y.MailedAt, now), cancellationToken);
            mails.AddRange(taken == 1 ? addresses.Select(x => new AlertMail(x, alert.Kind, alert.SubjectId, alert.Text)) : []);
        }

        return mails;
    }
}

/// <summary>A mail to one admin.</summary>
public sealed record AlertMail(string To, AlertKind Kind, Guid SubjectId, string Text);
