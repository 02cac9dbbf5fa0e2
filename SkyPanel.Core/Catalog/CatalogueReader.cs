using Microsoft.EntityFrameworkCore;
using SkyPanel.Core.Data;
using SkyPanel.Core.ProviderAccounts;
using SkyPanel.Core.Providers;

namespace SkyPanel.Core.Catalog;

/// <summary>
/// Reads a provider's catalogue over the house's accounts there: the first enabled one that answers, in order. For other Core services only;
/// it asks nobody's permission.
/// </summary>
public sealed class CatalogueReader(IDbContextFactory<SkyPanelDbContext> dbFactory, ProviderResourceCache cache)
{
    /// <summary>Everything, or null when the provider has no enabled account.</summary>
    /// <exception cref="ProviderException">Unavailable: it has, and none of them answers.</exception>
    public Task<ProviderCatalogue?> ReadAsync(ProviderType type, CancellationToken cancellationToken) =>
        OverFirstAsync(type, x => ReadAsync(x, cancellationToken), cancellationToken);

    /// <summary>The regions; none when the provider has no enabled account.</summary>
    /// <exception cref="ProviderException">Unavailable: it has, and none of them answers.</exception>
    public async Task<IReadOnlyList<ProviderRegion>> ListRegionsAsync(ProviderType type, CancellationToken cancellationToken) =>
        await OverFirstAsync(type, x => cache.ListRegionsAsync(x, cancellationToken), cancellationToken) ?? [];

    /// <summary>The images; none when the provider has no enabled account.</summary>
    /// <exception cref="ProviderException">Unavailable: it has, and none of them answers.</exception>
    public async Task<IReadOnlyList<ProviderImage>> ListImagesAsync(ProviderType type, CancellationToken cancellationToken) =>
        await OverFirstAsync(type, x => cache.ListImagesAsync(x, cancellationToken), cancellationToken) ?? [];

    /// <summary>Everything as one account sees it.</summary>
    /// <exception cref="ProviderException">The provider failed and there is no old answer.</exception>
    public async Task<ProviderCatalogue> ReadAsync(Guid accountId, CancellationToken cancellationToken)
    {
        var plans = cache.ListPlansAsync(accountId, cancellationToken);
        var images = cache.ListImagesAsync(accountId, cancellationToken);
        var regions = cache.ListRegionsAsync(accountId, cancellationToken);
        await Task.WhenAll(plans, images, regions);
        return new ProviderCatalogue(await plans, await images, await regions);
    }

    private async Task<T?> OverFirstAsync<T>(ProviderType type, Func<Guid, Task<T>> read, CancellationToken cancellationToken)
        where T : class
    {
        var accounts = await ListAccountsAsync(type, cancellationToken);
        return accounts.Count == 0 ? null : await CatalogueFallback.FirstAnswerAsync(accounts, read);
    }

    private async Task<List<Guid>> ListAccountsAsync(ProviderType type, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        return await ProviderAccountQueries.EnabledIds(db, type).ToListAsync(cancellationToken);
    }
}
