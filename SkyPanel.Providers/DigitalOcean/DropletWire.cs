using SkyPanel.Core.Providers;
using SkyPanel.Providers.Http;

namespace SkyPanel.Providers.DigitalOcean;

internal sealed record DropletCreateRequest(
    string Name,
    string Region,
    string Size,
    string Image,
    IReadOnlyList<string> SshKeys,
    IReadOnlyList<string> Tags,
    string? UserData)
{
    public bool? Backups { get; init; }

    public BackupPolicy? BackupPolicy { get; init; }

    public bool? Ipv6 { get; init; }

    public bool? Monitoring { get; init; }

    public string? VpcUuid { get; init; }

    /// <summary>Its user data holds a password.</summary>
    public override string ToString() => $"create {Name}";
}

internal sealed record BackupPolicy(string Plan);

internal sealed record DropletAnswer(Droplet Droplet);

internal sealed record DropletListing(IReadOnlyList<Droplet> Droplets, DigitalOceanLinks? Links = null, DigitalOceanMeta? Meta = null)
    : DigitalOceanListing<Droplet>(Links, Meta)
{
    protected override IReadOnlyList<Droplet> Items => Droplets;
}

/// <summary>Most members vanish where the token lacks the scope to see what they name.</summary>
internal sealed record Droplet(
    long Id,
    string? Name = null,
    string? Status = null,
    bool Locked = false,
    string? SizeSlug = null,
    Region? Region = null,
    Image? Image = null,
    string? CreatedAt = null,
    DropletNetworks? Networks = null,
    IReadOnlyList<string>? Tags = null)
{
    public string? Mark => OwnMark.Among(Tags ?? []);

    public ProviderInstance ToInstance(string? actionInProgress = null) => new(
        InstanceId.Text(Id),
        Name ?? "",
        Mark,
        DropletStatus.Map(Status, actionInProgress),
        SizeSlug ?? "",
        Region?.Slug ?? "",
        Image?.Key,
        [.. Public(Networks?.V4), .. Public(Networks?.V6)],
        WireTime.Parse(CreatedAt) ?? DateTimeOffset.MinValue,
        Locked || Status is DropletStatus.New)
    {
        Tags = Tags ?? [],
    };

    /// <summary>May this be what a create made before its tag was set? What the vendor does not tell counts as a yes.</summary>
    public bool MayBe(MarkQuery query, DateTimeOffset notBefore)
        => Mark is null
            && string.Equals(Name, query.Name, StringComparison.OrdinalIgnoreCase)
            && (SizeSlug is null || string.Equals(SizeSlug, query.PlanId, StringComparison.Ordinal))
            && (Region is null || string.Equals(Region.Slug, query.RegionId, StringComparison.Ordinal))
            && (WireTime.Parse(CreatedAt) is not { } created || created >= notBefore);

    private static IEnumerable<string> Public(IReadOnlyList<DropletAddress>? addresses)
        => (addresses ?? []).Where(x => x is { Type: "public", IpAddress: not null }).Select(x => x.IpAddress!);
}

internal sealed record DropletNetworks(IReadOnlyList<DropletAddress>? V4 = null, IReadOnlyList<DropletAddress>? V6 = null);

internal sealed record DropletAddress(string? IpAddress = null, string? Type = null);
