using System.Text.Json.Serialization;
using SkyPanel.Simulator.Http;

namespace SkyPanel.Simulator.Linode.Images;

/// <summary>An image that the account made of a disk.</summary>
internal sealed class PrivateImage
{
    public required string Id { get; init; }

    public required string Label { get; set; }

    public string Description { get; set; } = "";

    public List<string> Tags { get; set; } = [];

    public bool CloudInit { get; init; }

    public int SizeMb { get; init; }

    public required string Region { get; init; }

    public required string CreatedBy { get; init; }

    public DateTimeOffset Created { get; init; }

    public DateTimeOffset Available { get; init; }

    [JsonIgnore]
    public string[] Capabilities => CloudInit ? ["cloud-init"] : [];

    public bool IsAvailableAt(DateTimeOffset now) => now >= Available;

    public object ToWire(DateTimeOffset now)
    {
        var ready = IsAvailableAt(now);
        return new
        {
            id = Id,
            label = Label,
            deprecated = false,
            size = ready ? SizeMb : 0,
            total_size = ready ? SizeMb : 0,
            created = Wire.LinodeDate(Created),
            updated = Wire.LinodeDate(Created),
            description = Description,
            created_by = CreatedBy,
            type = "manual",
            tags = Tags,
            is_public = false,
            is_shared = false,
            vendor = (string?)null,
            expiry = (string?)null,
            eol = (string?)null,
            regions = ready ? [new { region = Region, status = "available" }] : Array.Empty<object>(),
            status = ready ? "available" : "creating",
            capabilities = Capabilities,
            image_sharing = new { shared_with = new { sharegroup_count = 0, sharegroup_list_url = $"/images/{Id}/sharegroups" }, shared_by = (object?)null },
        };
    }
}
