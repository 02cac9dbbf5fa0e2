using SkyPanel.Simulator.Catalogues;
using SkyPanel.Simulator.Control;
using SkyPanel.Simulator.Http;

namespace SkyPanel.Simulator.Linode.Images;

/// <summary>A public image of the vendor's.</summary>
internal sealed record PublicImage(TableRow Row)
{
    public string Id => Row["id"];

    public string Label => Row["label"];

    public bool TakesUserData => Row.Words("capabilities").Contains("cloud-init", StringComparer.Ordinal);

    public object ToWire(CatalogueChanges changes) => new
    {
        id = Id,
        label = Label,
        deprecated = Row["deprecated"].Length > 0 || changes.IsDeprecated(Vendor.Linode, Id),
        size = Row.Int("size_mb"),
        total_size = Row.Int("size_mb"),
        created = Date("created"),
        updated = Date("created"),
        description = "",
        created_by = "linode",
        type = "manual",
        tags = Array.Empty<string>(),
        is_public = true,
        is_shared = false,
        vendor = Row["vendor"],
        expiry = (string?)null,
        eol = Date("eol"),
        regions = Array.Empty<object>(),
        status = "available",
        capabilities = Row.Words("capabilities"),
        image_sharing = (object?)null,
    };

    private string? Date(string column) => Row[column] is { Length: > 0 } day ? day + "T00:00:00" : null;
}

internal static class PublicImages
{
    public static IReadOnlyList<PublicImage> All { get; } = [.. EmbeddedTable.Read("Linode/Catalogue/images.tsv").Select(row => new PublicImage(row))];

    /// <summary>Withdrawn ones too: machines that were made of them still name them.</summary>
    public static PublicImage? Find(string? id) => All.FirstOrDefault(image => string.Equals(image.Id, id, StringComparison.Ordinal));
}
