using System.Globalization;
using SkyPanel.Simulator.Catalogues;
using SkyPanel.Simulator.DigitalOcean.Catalogue;
using SkyPanel.Simulator.Http;
using SkyPanel.Simulator.State;

namespace SkyPanel.Simulator.DigitalOcean.Droplets;

/// <summary>A droplet as the simulator keeps it.</summary>
internal sealed class Droplet
{
    public required long Id { get; init; }

    public required string Name { get; set; }

    public required string Size { get; set; }

    public required string Region { get; init; }

    public required string Image { get; init; }

    public List<string> Tags { get; set; } = [];

    /// <summary>Until then the droplet is listed without its tags, as at the vendor.</summary>
    public DateTimeOffset TagsFrom { get; set; }

    public DateTimeOffset Created { get; init; }

    public required Timeline Timeline { get; set; }

    public string? UserData { get; init; }

    public List<string> Features { get; init; } = [];

    public required string VpcUuid { get; init; }

    public IReadOnlyList<string> TagsAt(DateTimeOffset now) => now < TagsFrom ? [] : Tags;

    public bool HasTagAt(DateTimeOffset now, string tag) => TagsAt(now).Contains(tag, StringComparer.OrdinalIgnoreCase);

    /// <param name="locked">The answer to a create says false although the create still runs.</param>
    public object ToWire(DateTimeOffset now, CatalogueChanges changes, bool? locked = null)
    {
        var size = DigitalOceanSizes.Find(Size)!;
        return new
        {
            id = Id,
            name = Name,
            memory = size.MemoryMb,
            vcpus = size.Vcpus,
            disk = size.DiskGb,
            disk_info = size.DiskInfo,
            locked = locked ?? Timeline.IsBusyAt(now),
            status = Timeline.StatusAt(now),
            kernel = (object?)null,
            created_at = Wire.ZuluDate(Created),
            features = Features,
            backup_ids = Array.Empty<long>(),
            next_backup_window = (object?)null,
            snapshot_ids = Array.Empty<long>(),
            image = DigitalOceanImages.Find(Image)?.ToWire(changes),
            volume_ids = Array.Empty<string>(),
            size = size.ToWire(changes),
            size_slug = Size,
            networks = Networks(now),
            region = DigitalOceanRegions.Find(Region)?.ToWire(changes),
            tags = TagsAt(now),
            vpc_uuid = VpcUuid,
        };
    }

    /// <summary>There are no addresses before the droplet is active for the first time.</summary>
    private object Networks(DateTimeOffset now)
    {
        if (string.Equals(Timeline.StatusAt(now), "new", StringComparison.Ordinal))
        {
            return new { v4 = Array.Empty<object>(), v6 = Array.Empty<object>() };
        }

        var (high, low) = (Id / 254 % 256, (Id % 254) + 1);
        // The private network's gateway is the word "nil" in the vendor's description.
        object[] v4 =
        [
            new { ip_address = Address("198.19", high, low), netmask = "255.255.255.0", gateway = Address("198.19", high, 1), type = "public" },
            new { ip_address = Address("10.116", high, low), netmask = "255.255.240.0", gateway = "nil", type = "private" },
        ];
        object[] v6 = Features.Contains("ipv6", StringComparer.Ordinal)
            ? [new { ip_address = "2001:db8:2::" + StableId.Hex("droplet" + Id, 4) + ":" + StableId.Hex("v6" + Id, 4), netmask = 64, gateway = "2001:db8:2::1", type = "public" }]
            : [];
        return new { v4, v6 };
    }

    /// <summary>From ranges that are routed nowhere, so that nobody's real machine is ever named.</summary>
    private static string Address(string network, long high, long low) => string.Create(CultureInfo.InvariantCulture, $"{network}.{high}.{low}");
}
