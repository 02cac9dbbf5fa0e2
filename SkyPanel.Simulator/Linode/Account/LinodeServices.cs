using SkyPanel.Simulator.Http;
using SkyPanel.Simulator.Linode.Catalogue;

namespace SkyPanel.Simulator.Linode.Account;

/// <summary>GET /account/availability: which services the account may use where. A region that is down offers none.</summary>
internal static class LinodeServices
{
    private static readonly string[] Services = ["Linodes", "NodeBalancers", "Block Storage", "Kubernetes"];

    public static Answer List(LinodeCall call) => LinodePage.Of(call, LinodeRegions.All, region => InRegion(call, region), "region");

    public static Answer Get(LinodeCall call) => LinodeRegions.Find(call.Id) is { } region ? Answer.Ok(InRegion(call, region)) : LinodeErrors.NotFound;

    private static object InRegion(LinodeCall call, LinodeRegion region)
    {
        string[] none = [];
        var up = region.IsUp(call.Store.State.Catalogue);
        return new { region = region.Id, available = up ? Services : none, unavailable = up ? none : Services };
    }
}
