using SkyPanel.Simulator.Http;

namespace SkyPanel.Simulator.Linode.Catalogue;

internal sealed record LinodeImage(TableRow Row)
{
    public string Id => Row["id"];

    public string Label => Row["label"];

    public bool TakesUserData => Row.Words("capabilities").Contains("cloud-init", StringComparer.Ordinal);

    public object ToWire() => new
    {
        id = Id,
        label = Label,
        deprecated = Row["deprecated"].Length > 0,
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

/// <summary>The public images; an account has no images of its own yet.</summary>
internal static class LinodeImages
{
    private static readonly IReadOnlyList<LinodeImage> All = [.. EmbeddedTable.Read("Linode/Catalogue/images.tsv").Select(row => new LinodeImage(row))];

    public static LinodeImage? Find(string? id) => All.FirstOrDefault(image => string.Equals(image.Id, id, StringComparison.Ordinal));

    public static Answer List(LinodeCall call)
        => LinodePage.Of(call, All, image => image.ToWire(), "deprecated", "is_public", "label", "size", "status", "tags", "type", "vendor");

    public static Answer Get(LinodeCall call) => Find(call.Id) is { } image ? Answer.Ok(image.ToWire()) : LinodeErrors.NotFound;
}
