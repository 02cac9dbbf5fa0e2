using System.Text.Json.Serialization;
using SkyPanel.Simulator.Http;
using SkyPanel.Simulator.Linode.Account;
using SkyPanel.Simulator.Linode.Images;
using SkyPanel.Simulator.Linode.Instances;
using SkyPanel.Simulator.Linode.Networks;
using SkyPanel.Simulator.Linode.StackScripts;
using SkyPanel.Simulator.State;

namespace SkyPanel.Simulator.Linode;

/// <summary>What belongs to one Linode token.</summary>
internal sealed class LinodeAccount
{
    public required string Token { get; init; }

    public DateTimeOffset Created { get; init; }

    public List<LinodeMachine> Machines { get; init; } = [];

    public List<GoneMachine<LinodeMachine>> Gone { get; init; } = [];

    public List<LinodeEvent> Events { get; init; } = [];

    public List<LinodeKey> Keys { get; init; } = [];

    public List<LinodeStackScript> StackScripts { get; init; } = [];

    public List<PrivateImage> Images { get; init; } = [];

    public List<LinodeVpc> Vpcs { get; init; } = [];

    /// <summary>Tags made by themselves; those on machines exist without standing here.</summary>
    public List<string> Tags { get; init; } = [];

    /// <summary>Machines that the account may have; null for the simulator's limit.</summary>
    public int? MachineLimit { get; set; }

    [JsonIgnore]
    public string Username => "user-" + StableId.Hex("linode" + Token, 6);
}
