using SkyPanel.Simulator.Http;

namespace SkyPanel.Simulator.DigitalOcean.Account;

/// <summary>Who the token belongs to, and how many droplets it may have.</summary>
internal static class DigitalOceanProfile
{
    public static Answer Get(DigitalOceanCall call) => Answer.Ok(new
    {
        account = new
        {
            droplet_limit = call.Account.DropletLimit ?? call.Store.MachineLimit,
            floating_ip_limit = 3,
            reserved_ip_limit = 3,
            volume_limit = 100,
            email = $"team-{StableId.Hex(call.Account.Token, 6)}@example.com",
            name = "Simulated reseller",
            uuid = StableId.Guid("digitalocean user" + call.Account.Token),
            email_verified = true,
            status = call.Account.Status,
            status_message = call.Account.StatusMessage,
            team = new { uuid = StableId.Guid("digitalocean team" + call.Account.Token), name = "My Team" },
        },
    });
}
