using SkyPanel.Simulator.DigitalOcean.Account;
using SkyPanel.Simulator.DigitalOcean.Catalogue;
using SkyPanel.Simulator.DigitalOcean.Droplets;
using SkyPanel.Simulator.DigitalOcean.Networks;

namespace SkyPanel.Simulator.DigitalOcean;

/// <summary>The table of what the DigitalOcean side serves.</summary>
internal static class DigitalOceanEndpoints
{
    public static void MapDigitalOcean(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v2");
        MapAccount(group);
        MapCatalogue(group);
        MapDroplets(group);
        group.Map("/{**rest}", DigitalOceanGate.Handle(call => throw DigitalOceanErrors.NotFound(call), ""));
    }

    private static void MapAccount(RouteGroupBuilder group)
    {
        group.MapGet("/account", DigitalOceanGate.Handle(DigitalOceanProfile.Get, "account:read"));
        group.MapGet("/account/keys", DigitalOceanGate.Handle(DigitalOceanKeys.List, "ssh_key:read"));
        group.MapPost("/account/keys", DigitalOceanGate.Handle(DigitalOceanKeys.Create, "ssh_key:create"));
        group.MapGet("/account/keys/{id}", DigitalOceanGate.Handle(DigitalOceanKeys.Get, "ssh_key:read"));
        group.MapPut("/account/keys/{id}", DigitalOceanGate.Handle(DigitalOceanKeys.Update, "ssh_key:update"));
        group.MapDelete("/account/keys/{id}", DigitalOceanGate.Handle(DigitalOceanKeys.Delete, "ssh_key:delete"));
        group.MapGet("/tags", DigitalOceanGate.Handle(DigitalOceanTags.List, "tag:read"));
        group.MapPost("/tags", DigitalOceanGate.Handle(DigitalOceanTags.Create, "tag:create"));
        group.MapGet("/tags/{id}", DigitalOceanGate.Handle(DigitalOceanTags.Get, "tag:read"));
        group.MapDelete("/tags/{id}", DigitalOceanGate.Handle(DigitalOceanTags.Delete, "tag:delete"));
        group.MapPost("/tags/{id}/resources", DigitalOceanGate.Handle(TaggedResources.Tag, "tag:create"));
        group.MapDelete("/tags/{id}/resources", DigitalOceanGate.Handle(TaggedResources.Untag, "tag:delete"));
        group.MapGet("/vpcs", DigitalOceanGate.Handle(DigitalOceanVpcs.List, "vpc:read"));
        group.MapPost("/vpcs", DigitalOceanGate.Handle(DigitalOceanVpcs.Create, "vpc:create"));
        group.MapGet("/vpcs/{id}", DigitalOceanGate.Handle(DigitalOceanVpcs.Get, "vpc:read"));
        group.MapMethods("/vpcs/{id}", ["PUT", "PATCH"], DigitalOceanGate.Handle(DigitalOceanVpcs.Update, "vpc:update"));
        group.MapDelete("/vpcs/{id}", DigitalOceanGate.Handle(DigitalOceanVpcs.Delete, "vpc:delete"));
    }

    private static void MapCatalogue(RouteGroupBuilder group)
    {
        group.MapGet("/regions", DigitalOceanGate.Handle(DigitalOceanRegions.List, "regions:read"));
        group.MapGet("/sizes", DigitalOceanGate.Handle(DigitalOceanSizes.List, "sizes:read"));
        group.MapGet("/images", DigitalOceanGate.Handle(DigitalOceanImages.List, "image:read"));
        group.MapGet("/images/{id}", DigitalOceanGate.Handle(DigitalOceanImages.Get, "image:read"));
        group.MapGet("/1-clicks", DigitalOceanGate.Handle(DigitalOceanImages.OneClicks, ""));
    }

    private static void MapDroplets(RouteGroupBuilder group)
    {
        group.MapGet("/droplets", DigitalOceanGate.Handle(DropletList.List, "droplet:read"));
        group.MapPost("/droplets", DigitalOceanGate.Handle(DropletCreate.Create, "droplet:create"));
        group.MapDelete("/droplets", DigitalOceanGate.Handle(DropletList.DeleteByTag, "droplet:delete"));
        group.MapPost("/droplets/actions", DigitalOceanGate.Handle(DropletActions.StartByTag, "droplet:update"));
        group.MapGet("/droplets/{id}", DigitalOceanGate.Handle(DropletList.Get, "droplet:read"));
        group.MapDelete("/droplets/{id}", DigitalOceanGate.Handle(DropletList.Delete, "droplet:delete"));
        group.MapGet("/droplets/{id}/actions", DigitalOceanGate.Handle(DropletActions.OfDroplet, "droplet:read"));
        group.MapPost("/droplets/{id}/actions", DigitalOceanGate.Handle(DropletActions.Start, "droplet:update"));
        group.MapGet("/droplets/{id}/actions/{action}", DigitalOceanGate.Handle(DropletActions.GetOfDroplet, "droplet:read"));
        group.MapGet("/actions", DigitalOceanGate.Handle(DropletActions.List, "actions:read"));
        group.MapGet("/actions/{id}", DigitalOceanGate.Handle(DropletActions.Get, "actions:read"));
    }
}
