using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SkyPanel.Core.Data;
using SkyPanel.Core.ProviderAccounts.Secrets;
using SkyPanel.Core.Providers;

namespace SkyPanel.Core.ProviderAccounts;

internal static class ProviderAccountQueries
{
    private static readonly Expression<Func<ProviderAccount, ProviderAccountRow>> AsRow = x => new ProviderAccountRow(
        x.Id,
        x.Name,
        x.Type,
        x.Enabled,
        x.SortOrder,
        x.CreatedAt,
        x.UpdatedAt,
        x.LastCheckedAt,
        x.LastCheckSucceeded,
        x.LastCheckText,
        x.ProviderAccountName,
        x.Version);

    /// <summary>Those not removed, in the house's order.</summary>
    public static IQueryable<ProviderAccount> Live(SkyPanelDbContext db) =>
        db.Set<ProviderAccount>().Where(x => x.DeletedAt == null).OrderBy(x => x.SortOrder).ThenBy(x => x.CreatedAt);

    /// <summary>Those of a provider that new instances may be placed on, in order.</summary>
    public static IQueryable<Guid> EnabledIds(SkyPanelDbContext db, ProviderType type) =>
        Live(db).Where(x => x.Enabled && x.Type == type).Select(x => x.Id);

    public static IQueryable<ProviderAccountRow> Rows(SkyPanelDbContext db) => Live(db).AsNoTracking().Select(AsRow);

    public static IQueryable<ProviderAccountRow> Row(SkyPanelDbContext db, Guid id) =>
        Live(db).AsNoTracking().Where(x => x.Id == id).Select(AsRow);

    /// <summary>One account for its health to be recorded, unless its token was replaced since it was tried.</summary>
    public static IQueryable<ProviderAccount> WithToken(SkyPanelDbContext db, Guid id, string tokenCiphertext) =>
        db.Set<ProviderAccount>().Where(x => x.Id == id && x.TokenCiphertext == tokenCiphertext);

    /// <summary>Accounts whose token is under another key than the one that the prefix stands for, by id.</summary>
    public static IQueryable<TokenRow> UnderOtherKeys(SkyPanelDbContext db, string activePrefix, Guid after) =>
        db.Set<ProviderAccount>()
            .Where(x => x.DeletedAt == null && !x.TokenCiphertext.StartsWith(activePrefix) && x.Id > after)
            .OrderBy(x => x.Id)
            .Select(x => new TokenRow(x.Id, x.TokenCiphertext));

    /// <summary>Accounts whose token is under the key that the prefix stands for.</summary>
    public static IQueryable<ProviderAccount> UnderKey(SkyPanelDbContext db, string prefix) =>
        db.Set<ProviderAccount>().Where(x => x.DeletedAt == null && x.TokenCiphertext.StartsWith(prefix));
}
