using SkyPanel.Core.Providers;

namespace SkyPanel.Core.Catalog.Allowlists;

/// <summary>What customers may have of one provider.</summary>
public sealed class Allowlist
{
    private readonly HashSet<string> _regions;
    private readonly HashSet<string> _images;

    internal Allowlist(IEnumerable<AllowedItem> items)
    {
        var byKind = items.ToLookup(x => x.Kind, x => x.ItemId);
        _regions = byKind[CatalogueKind.Region].ToHashSet(StringComparer.Ordinal);
        _images = byKind[CatalogueKind.Image].ToHashSet(StringComparer.Ordinal);
    }

    public bool Allows(ProviderRegion region) => _regions.Count == 0 || _regions.Contains(region.Id);

    public bool Allows(ProviderImage image) => _images.Count == 0 || _images.Contains(image.Id);
}
