using SkyPanel.Simulator.Http;

namespace SkyPanel.Simulator.Linode.Networks;

/// <summary>A private network of the account, in one region.</summary>
internal sealed class LinodeVpc
{
    private static readonly string[] Usual = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/17"];

    public required long Id { get; init; }

    public required string Label { get; set; }

    public string Description { get; set; } = "";

    public required string Region { get; init; }

    /// <summary>The account's own ranges, where the region lets it have some; else null.</summary>
    public IReadOnlyList<string>? Ranges { get; set; }

    public DateTimeOffset Created { get; init; }

    public DateTimeOffset Updated { get; set; }

    public List<LinodeSubnet> Subnets { get; init; } = [];

    public object ToWire() => new
    {
        id = Id,
        label = Label,
        description = Description,
        region = Region,
        ipv4 = (Ranges ?? Usual).Select(range => new { range }).ToArray(),
        ipv6 = (object?)null,
        subnets = Subnets.Select(subnet => subnet.ToWire()).ToArray(),
        vpc_type = "regular",
        created = Wire.LinodeDate(Created),
        updated = Wire.LinodeDate(Updated),
    };
}

/// <summary>A part of a private network.</summary>
internal sealed record LinodeSubnet(long Id, string Label, string Ipv4, DateTimeOffset Created)
{
    public object ToWire() => new
    {
        id = Id,
        label = Label,
        ipv4 = Ipv4,
        ipv6 = (object?)null,
        linodes = Array.Empty<object>(),
        databases = Array.Empty<object>(),
        nodebalancers = Array.Empty<object>(),
        vpc_type = "regular",
        created = Wire.LinodeDate(Created),
        updated = Wire.LinodeDate(Created),
    };
}
