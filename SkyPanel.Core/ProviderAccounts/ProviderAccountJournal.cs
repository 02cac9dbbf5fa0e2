using SkyPanel.Core.Access;
using SkyPanel.Core.Audit;
using SkyPanel.Core.Data;
using SkyPanel.Core.News;

namespace SkyPanel.Core.ProviderAccounts;

/// <summary>Saves a change to an account with the record of who made it, and tells whoever must know.</summary>
public sealed class ProviderAccountJournal(AuditLog audit, INewsBus news, IEnumerable<IProviderAccountListener> listeners)
{
    internal async Task SaveAsync(
        SkyPanelDbContext db, Actor actor, ProviderAccount account, string action, string detail, CancellationToken cancellationToken)
    {
        audit.Record(db, actor, null, action, account.Id, detail);
        await db.SaveChangesAsync(cancellationToken);
        foreach (var listener in listeners)
        {
            // It is saved: whoever asked may leave, the caches are dropped all the same.
            await listener.ChangedAsync(account.Id, CancellationToken.None);
        }

        news.Publish(new NewsItem(NewsTopic.Staff, account.Id));
    }
}
