using System.Text.Json.Serialization;
using SkyPanel.Simulator.Http;
using SkyPanel.Simulator.Linode.Account;
using SkyPanel.Simulator.Linode.Instances;

namespace SkyPanel.Simulator.Linode;

/// <summary>What belongs to one Linode token.</summary>
internal sealed class LinodeAccount
{
    public required string Token { get; init; }

    public DateTimeOffset Created { get; init; }

    public List<LinodeMachine> Machines { get; init; } = [];

    public List<LinodeEvent> Events { get; init; } = [];

    public List<LinodeKey> Keys { get; init; } = [];

    [JsonIgnore]
    public string Username => "user-" + StableId.Hex("linode" + Token, 6);
}
