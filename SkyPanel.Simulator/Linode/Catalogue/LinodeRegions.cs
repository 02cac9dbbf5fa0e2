using SkyPanel.Simulator.Catalogues;
using SkyPanel.Simulator.Control;
using SkyPanel.Simulator.Http;

namespace SkyPanel.Simulator.Linode.Catalogue;

/// <summary>A data centre with what it can do.</summary>
internal sealed record LinodeRegion(TableRow Row)
{
    /// <summary>Made up: one region is down, so that a panel has something to grey out.</summary>
    private const string RegionInOutage = "eu-west";

    private static readonly string[] Everywhere =
    [
        "Linodes", "Block Storage Encryption", "Disk Encryption", "Backups", "NodeBalancers", "Block Storage", "Kubernetes", "Cloud Firewall",
        "Vlans", "Metadata", "Placement Group", "StackScripts", "Maintenance Policy", "Linode Interfaces",
    ];

    private static readonly Dictionary<string, string[]> Extras = new(StringComparer.Ordinal)
    {
        ["vpc"] = ["VPCs", "VPC Dual Stack", "VPC IPv6 Stack"],
        ["premium"] = ["Premium Plans"],
        ["gpu"] = ["GPU Linodes"],
        ["lke-e"] = ["Kubernetes Enterprise"],
        ["object"] = ["Object Storage"],
        ["databases"] = ["Managed Databases"],
        ["la-encryption"] = ["LA Disk Encryption"],
        ["vpu"] = ["NETINT Quadra T1U"],
    };

    public string Id => Row["id"];

    public IReadOnlyList<string> Capabilities => [.. Everywhere, .. Row.Words("extras").SelectMany(extra => Extras[extra])];

    public bool IsUp(CatalogueChanges changes) => changes.IsOpen(Vendor.Linode, Id) ?? !string.Equals(Id, RegionInOutage, StringComparison.Ordinal);

    public bool Can(string capability) => Capabilities.Contains(capability, StringComparer.Ordinal);

    public object ToWire(CatalogueChanges changes) => new
    {
        id = Id,
        label = Row["label"],
        country = Row["country"],
        capabilities = Capabilities,
        monitors = new { alerts = Monitors, metrics = Monitors },
        status = IsUp(changes) ? "ok" : "outage",
        resolvers = new { ipv4 = "192.0.2.5,192.0.2.6,192.0.2.7", ipv6 = "2001:db8::5,2001:db8::6,2001:db8::7" },
        placement_group_limits = new { maximum_pgs_per_customer = (int?)null, maximum_linodes_per_pg = 5, maximum_linodes_per_flexible_pg = 5 },
        site_type = "core",
    };

    private static string[] Monitors => ["Managed Databases", "NodeBalancers"];
}

internal static class LinodeRegions
{
    public static IReadOnlyList<LinodeRegion> All { get; } = [.. EmbeddedTable.Read("Linode/Catalogue/regions.tsv").Select(row => new LinodeRegion(row))];

    public static LinodeRegion? Find(string? id) => All.FirstOrDefault(region => string.Equals(region.Id, id, StringComparison.Ordinal));

    public static Answer List(LinodeCall call) => LinodePage.Of(call, All, region => region.ToWire(call.Store.State.Catalogue), "country", "site_type");

    public static Answer Get(LinodeCall call) => Find(call.Id) is { } region ? Answer.Ok(region.ToWire(call.Store.State.Catalogue)) : LinodeErrors.NotFound;
}
