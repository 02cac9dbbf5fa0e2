using SkyPanel.Simulator.DigitalOcean.Account;
using SkyPanel.Simulator.DigitalOcean.Droplets;

namespace SkyPanel.Simulator.DigitalOcean;

/// <summary>What belongs to one DigitalOcean token.</summary>
internal sealed class DigitalOceanAccount
{
    public required string Token { get; init; }

    public List<Droplet> Droplets { get; init; } = [];

    public List<DropletAction> Actions { get; init; } = [];

    public List<DigitalOceanKey> Keys { get; init; } = [];

    /// <summary>Tags made by themselves; those on droplets exist without standing here.</summary>
    public List<string> Tags { get; init; } = [];
}
