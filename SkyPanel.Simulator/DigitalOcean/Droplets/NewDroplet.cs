using SkyPanel.Simulator.DigitalOcean.Catalogue;
using SkyPanel.Simulator.Http;

namespace SkyPanel.Simulator.DigitalOcean.Droplets;

/// <summary>What was asked for, after all checks.</summary>
internal sealed record NewDroplet(string Name, string Size, string Region, string Image)
{
    private static readonly string[] Choices = ["backups", "ipv6", "monitoring"];

    public IReadOnlyList<string> Tags { get; init; } = [];

    public IReadOnlyList<string> Features { get; init; } = ["droplet_agent", "private_networking"];

    public string? UserData { get; init; }

    public string? VpcUuid { get; init; }

    public static NewDroplet From(JsonBody body, DigitalOceanSize size, DigitalOceanRegion region, DigitalOceanImage image)
        => new("", size.Slug, region.Slug, image.Slug)
        {
            Tags = body.Texts("tags") ?? [],
            Features = [.. Choices.Where(name => body.Flag(name) == true), "droplet_agent", "private_networking"],
            UserData = body.Text("user_data"),
            VpcUuid = body.Text("vpc_uuid"),
        };
}
