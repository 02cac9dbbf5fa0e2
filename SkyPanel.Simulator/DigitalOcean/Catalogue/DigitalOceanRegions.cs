using SkyPanel.Simulator.Catalogues;
using SkyPanel.Simulator.Control;
using SkyPanel.Simulator.Http;

namespace SkyPanel.Simulator.DigitalOcean.Catalogue;

/// <summary>A region; a closed one keeps its name and has no sizes.</summary>
internal sealed record DigitalOceanRegion(TableRow Row)
{
    private static readonly string[] Features = ["backups", "ipv6", "metadata", "install_agent", "storage", "image_transfer"];

    public string Slug => Row["slug"];

    public bool IsOpen(CatalogueChanges changes) => changes.IsOpen(Vendor.DigitalOcean, Slug) ?? (Row["closed"].Length == 0);

    public object ToWire(CatalogueChanges changes) => new
    {
        name = Row["name"],
        slug = Slug,
        features = Features,
        available = IsOpen(changes),
        sizes = DigitalOceanSizes.All.Where(size => size.Regions(changes).Contains(Slug, StringComparer.Ordinal)).Select(size => size.Slug).ToArray(),
    };
}

internal static class DigitalOceanRegions
{
    public static IReadOnlyList<DigitalOceanRegion> All { get; } = [.. EmbeddedTable.Read("DigitalOcean/Catalogue/regions.tsv").Select(row => new DigitalOceanRegion(row))];

    public static DigitalOceanRegion? Find(string? slug) => All.FirstOrDefault(region => string.Equals(region.Slug, slug, StringComparison.Ordinal));

    /// <summary>For a create: none means wherever there is room, a prefix such as "nyc" one of its regions.</summary>
    public static DigitalOceanRegion? Choose(CatalogueChanges changes, string? wanted, DigitalOceanSize size)
        => Find(wanted) ?? All.FirstOrDefault(region => region.IsOpen(changes)
            && region.Slug.StartsWith(wanted ?? "", StringComparison.Ordinal)
            && string.Equals(region.Slug.TrimEnd('1', '2', '3'), wanted ?? region.Slug.TrimEnd('1', '2', '3'), StringComparison.Ordinal)
            && size.Regions(changes).Contains(region.Slug, StringComparer.Ordinal));

    public static Answer List(DigitalOceanCall call) => DigitalOceanPage.Of(call, "regions", All, region => region.ToWire(call.Store.State.Catalogue));
}
