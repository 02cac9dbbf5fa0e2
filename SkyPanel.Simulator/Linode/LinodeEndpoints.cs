using SkyPanel.Simulator.Http;
using SkyPanel.Simulator.Linode.Account;
using SkyPanel.Simulator.Linode.Catalogue;
using SkyPanel.Simulator.Linode.Images;
using SkyPanel.Simulator.Linode.Instances;
using SkyPanel.Simulator.Linode.Networks;
using SkyPanel.Simulator.Linode.StackScripts;
using SkyPanel.Simulator.Rates;

namespace SkyPanel.Simulator.Linode;

/// <summary>The table of what the Linode side serves, under both prefixes that official clients use.</summary>
internal static class LinodeEndpoints
{
    public static void MapLinode(this IEndpointRouteBuilder routes)
    {
        foreach (var version in new[] { "/v4", "/v4beta" })
        {
            var group = routes.MapGroup(version);
            MapCatalogue(group);
            MapOwnThings(group);
            MapAccount(group);
            MapInstances(group);
            group.Map("/{**rest}", LinodeGate.Handle(new("", _ => LinodeErrors.NotFound) { IsOpen = true }));
        }
    }

    private static void MapCatalogue(RouteGroupBuilder group)
    {
        Open(group, "/regions", LinodeRegions.List, LinodeRates.Lists);
        Open(group, "/regions/availability", LinodeAvailability.List, LinodeRates.Lists);
        Open(group, "/regions/vpc-availability", LinodeVpcs.Availability, LinodeRates.Lists);
        Open(group, "/regions/{id}/vpc-availability", LinodeVpcs.AvailabilityOfRegion);
        Open(group, "/regions/{id}", LinodeRegions.Get);
        Open(group, "/regions/{id}/availability", LinodeAvailability.OfRegion);
        Open(group, "/linode/types", LinodeTypes.List, LinodeRates.Lists);
        Open(group, "/linode/types/{id}", LinodeTypes.Get);
        Open(group, "/linode/kernels", LinodeKernels.List, LinodeRates.Lists);
        OpenWithSlash(group, "/linode/kernels", LinodeKernels.Get, "");
        Open(group, "/linode/stackscripts", LinodeStackScripts.List, LinodeRates.StackScripts, "stackscripts");
        Open(group, "/linode/stackscripts/{id}", LinodeStackScripts.Get, area: "stackscripts");
        Open(group, "/images", LinodeImages.List, LinodeRates.Images, "images");
        OpenWithSlash(group, "/images", LinodeImages.Get, "images");
    }

    private static void MapOwnThings(RouteGroupBuilder group)
    {
        Map(group, "POST", "/linode/stackscripts", new("stackscripts", LinodeStackScripts.Create));
        Map(group, "PUT", "/linode/stackscripts/{id}", new("stackscripts", LinodeStackScripts.Update));
        Map(group, "DELETE", "/linode/stackscripts/{id}", new("stackscripts", LinodeStackScripts.Delete));
        Map(group, "POST", "/images", new("images", LinodeImages.Create) { AlsoNeeds = "linodes:read_only" });
        foreach (var path in WithSlash("/images"))
        {
            Map(group, "PUT", path, new("images", LinodeImages.Update));
            Map(group, "DELETE", path, new("images", LinodeImages.Delete));
        }

        Map(group, "GET", "/vpcs", new("", LinodeVpcs.List) { Rate = LinodeRates.Lists });
        Map(group, "POST", "/vpcs", new("vpc", LinodeVpcs.Create) { Rate = LinodeRates.NewVpcs });
        Map(group, "GET", "/vpcs/{id}", new("", LinodeVpcs.Get));
        Map(group, "PUT", "/vpcs/{id}", new("vpc", LinodeVpcs.Update));
        Map(group, "DELETE", "/vpcs/{id}", new("vpc", LinodeVpcs.Delete));
        Map(group, "GET", "/vpcs/{id}/subnets", new("", LinodeVpcs.Subnets) { Rate = LinodeRates.Lists });
        Map(group, "POST", "/vpcs/{id}/subnets", new("vpc", LinodeVpcs.AddSubnet));
        Map(group, "GET", "/tags", new("account", LinodeTagList.List) { Rate = LinodeRates.Lists });
        Map(group, "POST", "/tags", new("account", LinodeTagList.Create));
        Map(group, "GET", "/tags/{id}", new("account", LinodeTagList.Get) { Rate = LinodeRates.Lists });
        Map(group, "DELETE", "/tags/{id}", new("account", LinodeTagList.Delete));
    }

    private static void MapAccount(RouteGroupBuilder group)
    {
        Map(group, "GET", "/profile", new("", LinodeProfile.Get));
        Map(group, "GET", "/profile/grants", new("", LinodeGrants.Get));
        Map(group, "GET", "/profile/sshkeys", new("account", LinodeKeys.List) { Rate = LinodeRates.Lists });
        Map(group, "POST", "/profile/sshkeys", new("account", LinodeKeys.Create));
        Map(group, "GET", "/profile/sshkeys/{id}", new("account", LinodeKeys.Get));
        Map(group, "PUT", "/profile/sshkeys/{id}", new("account", LinodeKeys.Update));
        Map(group, "DELETE", "/profile/sshkeys/{id}", new("account", LinodeKeys.Delete));
        Map(group, "GET", "/account", new("account", LinodeProfile.Account));
        Map(group, "GET", "/account/availability", new("account", LinodeServices.List) { Rate = LinodeRates.Lists });
        Map(group, "GET", "/account/availability/{id}", new("account", LinodeServices.Get));
        Map(group, "GET", "/account/settings", new("account", LinodeProfile.Settings));
        Map(group, "GET", "/account/transfer", new("account", LinodeProfile.Transfer));
        Map(group, "GET", "/account/events", new("events", LinodeEvents.List) { Rate = LinodeRates.Lists });
        Map(group, "GET", "/account/events/{id}", new("events", LinodeEvents.Get));
    }

    private static void MapInstances(RouteGroupBuilder group)
    {
        Map(group, "GET", "/linode/instances", new("linodes", LinodeInstances.List) { Rate = LinodeRates.Lists });
        Map(group, "POST", "/linode/instances", new("linodes", LinodeCreate.Create) { Rate = LinodeRates.Create });
        Map(group, "GET", "/linode/instances/{id}", new("linodes", LinodeInstances.Get));
        Map(group, "PUT", "/linode/instances/{id}", new("linodes", LinodeInstances.Update));
        Map(group, "DELETE", "/linode/instances/{id}", new("linodes", LinodeInstances.Delete));
        Map(group, "POST", "/linode/instances/{id}/boot", new("linodes", LinodePower.Boot));
        Map(group, "POST", "/linode/instances/{id}/shutdown", new("linodes", LinodePower.Shutdown));
        Map(group, "POST", "/linode/instances/{id}/reboot", new("linodes", LinodePower.Reboot));
        Map(group, "GET", "/linode/instances/{id}/configs", new("linodes", LinodeParts.Configs) { Rate = LinodeRates.Lists });
        Map(group, "GET", "/linode/instances/{id}/disks", new("linodes", LinodeParts.Disks) { Rate = LinodeRates.Lists });
        Map(group, "GET", "/linode/instances/{id}/ips", new("linodes", LinodeAddresses.Get));
        Map(group, "GET", "/linode/instances/{id}/transfer", new("linodes", LinodeParts.Transfer));
    }

    private static void Map(RouteGroupBuilder group, string method, string path, LinodeOperation operation)
        => group.MapMethods(path, [method], LinodeGate.Handle(operation));

    private static void Open(RouteGroupBuilder group, string path, Func<LinodeCall, Answer> work, RateBucket? rate = null, string area = "")
        => Map(group, "GET", path, new(area, work) { IsOpen = true, Rate = rate ?? LinodeRates.General });

    private static void OpenWithSlash(RouteGroupBuilder group, string collection, Func<LinodeCall, Answer> work, string area)
    {
        foreach (var path in WithSlash(collection))
        {
            Open(group, path, work, area: area);
        }
    }

    /// <summary>Clients write <c>linode%2Fdebian12</c> or <c>linode/debian12</c>, and the vendor takes both.</summary>
    private static string[] WithSlash(string collection) => [collection + "/{id}", collection + "/{kind}/{id}"];
}
