using SkyPanel.Simulator.Control;
using SkyPanel.Simulator.Http;
using SkyPanel.Simulator.Linode.Instances;
using SkyPanel.Simulator.Tokens;

namespace SkyPanel.Simulator.Linode.Account;

/// <summary>GET /profile/grants: nothing at all (204) for a user who may do everything, as recorded; else what may be read.</summary>
internal static class LinodeGrants
{
    public static Answer Get(LinodeCall call)
    {
        if (!TokenGrants.Of(call.Store, Vendor.Linode, call.Account.Token).IsRestricted)
        {
            return new Answer(StatusCodes.Status204NoContent);
        }

        object[] none = [];
        return Answer.Ok(new
        {
            global = new { account_access = "read_only", add_linodes = false, add_images = false, add_stackscripts = false, add_vpcs = false, cancel_account = false },
            linode = call.Account.Machines.Select(machine => new { id = machine.Id, label = machine.Label, permissions = "read_only" }).ToArray(),
            image = none,
            stackscript = none,
            vpc = none,
        });
    }
}
