using SkyPanel.Simulator.DigitalOcean.Account;
using SkyPanel.Simulator.DigitalOcean.Droplets;
using SkyPanel.Simulator.DigitalOcean.Networks;
using SkyPanel.Simulator.State;

namespace SkyPanel.Simulator.DigitalOcean;

/// <summary>What belongs to one DigitalOcean token.</summary>
internal sealed class DigitalOceanAccount
{
    public required string Token { get; init; }

    public List<Droplet> Droplets { get; init; } = [];

    public List<GoneMachine<Droplet>> Gone { get; init; } = [];

    public List<DropletAction> Actions { get; init; } = [];

    public List<DigitalOceanKey> Keys { get; init; } = [];

    /// <summary>Tags made by themselves; those on droplets exist without standing here.</summary>
    public List<string> Tags { get; init; } = [];

    public List<DigitalOceanVpc> Vpcs { get; init; } = [];

    /// <summary>active, warning or locked; a locked account may read and no more.</summary>
    public string Status { get; set; } = "active";

    public string StatusMessage { get; set; } = "";

    /// <summary>Droplets that the account may have; null for the simulator's limit.</summary>
    public int? DropletLimit { get; set; }

    public void Delete(Droplet droplet, DateTimeOffset now)
    {
        Droplets.Remove(droplet);
        LaggingList.Bury(Gone, droplet, now);
    }
}
