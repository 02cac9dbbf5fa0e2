using Microsoft.EntityFrameworkCore;
using SkyPanel.Core.Data;
using SkyPanel.Core.Providers;

namespace SkyPanel.Core.Catalog.Allowlists;

internal static class AllowlistQueries
{
    /// <summary>All that is listed of a provider.</summary>
    public static IQueryable<AllowedItem> Of(SkyPanelDbContext db, ProviderType type) => db.Set<AllowedItem>().AsNoTracking().Where(x => x.ProviderType == type);

    /// <summary>What is listed of one kind.</summary>
    public static IQueryable<AllowedItem> Of(SkyPanelDbContext db, ProviderType type, CatalogueKind kind) =>
        db.Set<AllowedItem>().Where(x => x.ProviderType == type && x.Kind == kind);

    public static async Task<Allowlist> AllowlistAsync(this SkyPanelDbContext db, ProviderType type, CancellationToken cancellationToken) =>
        new(await Of(db, type).ToListAsync(cancellationToken));
}
