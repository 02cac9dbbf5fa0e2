using Microsoft.EntityFrameworkCore;
using SkyPanel.Core.Access;
using SkyPanel.Core.Audit;
using SkyPanel.Core.Data;
using SkyPanel.Core.News;
using SkyPanel.Core.Providers;

namespace SkyPanel.Core.Catalog.Allowlists;

/// <summary>Which of a provider's regions and images customers may have.</summary>
public sealed class AllowlistService(
    IDbContextFactory<SkyPanelDbContext> dbFactory, CatalogueReader catalogues, AuditLog audit, INewsBus news)
{
    /// <summary>Everything of the kind that the provider has or that is listed, and whether customers may have it.</summary>
    /// <exception cref="ProviderException">Unavailable: no account answers.</exception>
    public async Task<AllowlistView> GetAsync(Actor actor, ProviderType type, CatalogueKind kind, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        await db.RequireAsync(actor, Permission.ViewHouse, cancellationToken);
        var listed = await AllowlistQueries.Of(db, type, kind).Select(x => x.ItemId).ToHashSetAsync(StringComparer.Ordinal, cancellationToken);
        var items = await ItemsAsync(type, kind, cancellationToken);
        var gone = listed.Except(items.Select(x => x.Id), StringComparer.Ordinal).Select(x => new AllowlistItem(x, x, "No longer offered", true));
        return new AllowlistView(
            listed.Count > 0, [.. items.Select(x => x with { Allowed = listed.Count == 0 || listed.Contains(x.Id) }), .. gone]);
    }

    /// <summary>Lets customers have these and no others; with none, all.</summary>
    public async Task SetAsync(Actor actor, ProviderType type, CatalogueKind kind, IReadOnlyCollection<string> itemIds, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        await db.RequireAsync(actor, Permission.ManageCatalog, cancellationToken);
        var wanted = itemIds.Where(x => x.Length is > 0 and <= AllowedItem.ItemIdLength).ToHashSet(StringComparer.Ordinal);
        var listed = await AllowlistQueries.Of(db, type, kind).ToListAsync(cancellationToken);
        db.RemoveRange(listed.Where(x => !wanted.Contains(x.ItemId)));
        db.AddRange(wanted.Except(listed.Select(x => x.ItemId), StringComparer.Ordinal).Select(x => AllowedItem.Of(type, kind, x)));
        audit.Record(db, actor, null, "catalogue.allowed", Guid.Empty, $"{type} {kind}: {(wanted.Count == 0 ? "all" : string.Join(", ", wanted.Order(StringComparer.Ordinal)))}");
        await db.SaveChangesAsync(cancellationToken);
        news.Publish(new NewsItem(NewsTopic.Staff, Guid.Empty));
    }

    private async Task<IReadOnlyList<AllowlistItem>> ItemsAsync(ProviderType type, CatalogueKind kind, CancellationToken cancellationToken) => kind switch
    {
        CatalogueKind.Region => [.. (await catalogues.ListRegionsAsync(type, cancellationToken)).OrderBy(x => x.City, StringComparer.OrdinalIgnoreCase).Select(x => new AllowlistItem(x.Id, x.City, x.Country, true))],
        _ => [.. (await catalogues.ListImagesAsync(type, cancellationToken)).OrderBy(x => x.Name, StringComparer.OrdinalIgnoreCase).Select(x => new AllowlistItem(x.Id, x.Name, x.Distribution, true))],
    };
}

/// <summary>One kind of a provider's things.</summary>
/// <param name="IsNarrowed">Whether only those allowed may be had; else all, also those yet to come.</param>
/// <param name="Items">In the order in which people look for them; those that the provider no longer has come last.</param>
public sealed record AllowlistView(bool IsNarrowed, IReadOnlyList<AllowlistItem> Items);

/// <summary>One of them.</summary>
public sealed record AllowlistItem(string Id, string Name, string Detail, bool Allowed);
