using SkyPanel.Simulator.Catalogues;
using SkyPanel.Simulator.DigitalOcean;
using SkyPanel.Simulator.Linode;
using SkyPanel.Simulator.Tokens;

namespace SkyPanel.Simulator.State;

/// <summary>Everything that a state file keeps: accounts by token, with what they own, and the last id of each kind.</summary>
internal sealed class SimulatorState
{
    public Dictionary<string, LinodeAccount> Linode { get; init; } = [];

    public Dictionary<string, DigitalOceanAccount> DigitalOcean { get; init; } = [];

    /// <summary>What the control said of tokens, by vendor and token.</summary>
    public Dictionary<string, TokenGrant> Grants { get; init; } = [];

    /// <summary>What the control changed of the catalogues.</summary>
    public CatalogueChanges Catalogue { get; init; } = new();

    public Dictionary<string, long> LastIds { get; init; } = [];
}
