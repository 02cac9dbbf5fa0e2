using System.Globalization;
using SkyPanel.Simulator.Http;

namespace SkyPanel.Simulator.Linode.Instances;

/// <summary>GET …/ips: the addresses of a machine, each with its network.</summary>
internal static class LinodeAddresses
{
    public static Answer Get(LinodeCall call)
    {
        var machine = call.Machine();
        object[] none = [];
        return Answer.Ok(new
        {
            ipv4 = new
            {
                @public = new[] { Ipv4(machine, machine.Ipv4, isPublic: true) },
                @private = machine.PrivateIpv4 is { } address ? [Ipv4(machine, address, isPublic: false)] : none,
                shared = none,
                reserved = none,
                vpc = none,
            },
            ipv6 = new
            {
                slaac = Ipv6(machine, machine.Ipv6, isPublic: true),
                link_local = Ipv6(machine, "fe80:" + machine.Ipv6[machine.Ipv6.IndexOf("::", StringComparison.Ordinal)..], isPublic: false),
                global = none,
                vpc = none,
            },
        });
    }

    private static object Ipv4(LinodeMachine machine, string address, bool isPublic) => new
    {
        address,
        gateway = isPublic ? address[..address.LastIndexOf('.')] + ".1" : null,
        subnet_mask = "255.255.255.0",
        prefix = 24,
        type = "ipv4",
        @public = isPublic,
        rdns = isPublic ? address.Replace('.', '-') + ".ip.linodeusercontent.com" : null,
        linode_id = machine.Id,
        interface_id = (long?)null,
        region = machine.Region,
        vpc_nat_1_1 = (object?)null,
        reserved = false,
        tags = Array.Empty<string>(),
        assigned_entity = new { id = machine.Id, type = "linode", label = machine.Label, url = "/v4/linode/instances/" + machine.Id.ToString(CultureInfo.InvariantCulture) },
    };

    private static object Ipv6(LinodeMachine machine, string address, bool isPublic) => new
    {
        address,
        gateway = "fe80::1",
        subnet_mask = "ffff:ffff:ffff:ffff::",
        prefix = 64,
        type = "ipv6",
        rdns = (string?)null,
        linode_id = machine.Id,
        region = machine.Region,
        @public = isPublic,
    };
}
