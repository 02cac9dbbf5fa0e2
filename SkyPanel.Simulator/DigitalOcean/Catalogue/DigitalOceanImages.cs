using System.Globalization;
using SkyPanel.Simulator.Catalogues;
using SkyPanel.Simulator.Control;
using SkyPanel.Simulator.Http;

namespace SkyPanel.Simulator.DigitalOcean.Catalogue;

internal sealed record DigitalOceanImage(TableRow Row)
{
    public string Slug => Row["slug"];

    public long Id => long.Parse(Row["id"], CultureInfo.InvariantCulture);

    /// <summary>distribution or application: the word of the list's filter, which is not the attribute <c>type</c>.</summary>
    public string Kind => Row["kind"];

    public int MinDiskGb => Row.Int("min_disk_gb");

    public object ToWire(CatalogueChanges changes) => new
    {
        id = Id,
        name = Row["name"],
        distribution = Row["distribution"],
        slug = Slug,
        @public = true,
        regions = DigitalOceanRegions.All.Where(region => region.IsOpen(changes)).Select(region => region.Slug).ToArray(),
        created_at = Row["created"] + "T00:00:00Z",
        min_disk_size = MinDiskGb,
        type = string.Equals(Kind, "application", StringComparison.Ordinal) ? "snapshot" : "base",
        size_gigabytes = Row.Decimal("size_gb"),
        description = Row["description"],
        tags = Array.Empty<string>(),
        status = changes.IsDeprecated(Vendor.DigitalOcean, Slug) ? "retired" : "available",
        error_message = "",
    };
}

/// <summary>Distributions and applications; an account has no images of its own yet.</summary>
internal static class DigitalOceanImages
{
    private static readonly IReadOnlyList<DigitalOceanImage> All = [.. EmbeddedTable.Read("DigitalOcean/Catalogue/images.tsv").Select(row => new DigitalOceanImage(row))];

    /// <summary>By slug, or by id in digits.</summary>
    public static DigitalOceanImage? Find(string? key) => All.FirstOrDefault(image => string.Equals(image.Slug, key, StringComparison.Ordinal)
        || string.Equals(image.Row["id"], key, StringComparison.Ordinal));

    /// <summary>What can be made into a droplet now: a withdrawn image is neither listed nor taken.</summary>
    public static DigitalOceanImage? FindOffered(DigitalOceanCall call, string? key)
        => Find(key) is { } image && !call.Store.State.Catalogue.IsWithdrawn(Vendor.DigitalOcean, image.Slug) ? image : null;

    public static Answer List(DigitalOceanCall call)
    {
        var kind = call.Query("type");
        var own = string.Equals(call.Query("private"), "true", StringComparison.OrdinalIgnoreCase) || call.Query("tag_name") is not null;
        var matches = own ? [] : Offered(call).Where(image => kind is null || string.Equals(image.Kind, kind, StringComparison.Ordinal)).ToList();
        return DigitalOceanPage.Of(call, "images", matches, image => image.ToWire(call.Store.State.Catalogue));
    }

    public static Answer Get(DigitalOceanCall call)
        => FindOffered(call, call.Id) is { } image ? Answer.Ok(new { image = image.ToWire(call.Store.State.Catalogue) }) : throw DigitalOceanErrors.NotFound(call);

    public static Answer OneClicks(DigitalOceanCall call)
    {
        var kind = call.Query("type");
        var droplet = Offered(call).Where(image => string.Equals(image.Kind, "application", StringComparison.Ordinal)).Select(image => new { slug = image.Slug, type = "droplet" });
        var all = droplet.Append(new { slug = "monitoring", type = "kubernetes" });
        return Answer.Ok(new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["1_clicks"] = all.Where(app => kind is null || string.Equals(app.type, kind, StringComparison.Ordinal)).ToArray(),
        });
    }

    private static IEnumerable<DigitalOceanImage> Offered(DigitalOceanCall call)
        => All.Where(image => !call.Store.State.Catalogue.IsWithdrawn(Vendor.DigitalOcean, image.Slug));
}
