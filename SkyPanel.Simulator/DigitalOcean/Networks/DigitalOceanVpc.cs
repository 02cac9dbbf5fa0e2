using SkyPanel.Simulator.Http;

namespace SkyPanel.Simulator.DigitalOcean.Networks;

/// <summary>A private network in one region; each region has a default one from its first droplet on.</summary>
internal sealed class DigitalOceanVpc
{
    public required string Id { get; init; }

    public required string Name { get; set; }

    public string Description { get; set; } = "";

    public required string Region { get; init; }

    public required string Range { get; init; }

    public bool IsDefault { get; init; }

    public DateTimeOffset Created { get; init; }

    public object ToWire() => new
    {
        id = Id,
        urn = "do:vpc:" + Id,
        name = Name,
        description = Description,
        region = Region,
        ip_range = Range,
        created_at = Wire.ZuluDate(Created),
        @default = IsDefault,
    };
}
