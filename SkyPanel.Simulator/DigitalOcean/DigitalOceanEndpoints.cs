using System.Globalization;
using SkyPanel.Simulator.DigitalOcean.Account;
using SkyPanel.Simulator.DigitalOcean.Catalogue;
using SkyPanel.Simulator.DigitalOcean.Droplets;
using SkyPanel.Simulator.Http;
using SkyPanel.Simulator.State;

namespace SkyPanel.Simulator.DigitalOcean;

/// <summary>The table of what the DigitalOcean side serves.</summary>
internal static class DigitalOceanEndpoints
{
    private const int HourlyLimit = 5000;

    public static void MapDigitalOcean(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v2");
        MapAccount(group);
        MapCatalogue(group);
        MapDroplets(group);
        group.Map("/{**rest}", Handle(call => throw DigitalOceanErrors.NotFound(call), ""));
    }

    private static void MapAccount(RouteGroupBuilder group)
    {
        group.MapGet("/account", Handle(DigitalOceanProfile.Get, "account:read"));
        group.MapGet("/account/keys", Handle(DigitalOceanKeys.List, "ssh_key:read"));
        group.MapPost("/account/keys", Handle(DigitalOceanKeys.Create, "ssh_key:create"));
        group.MapGet("/account/keys/{id}", Handle(DigitalOceanKeys.Get, "ssh_key:read"));
        group.MapPut("/account/keys/{id}", Handle(DigitalOceanKeys.Update, "ssh_key:update"));
        group.MapDelete("/account/keys/{id}", Handle(DigitalOceanKeys.Delete, "ssh_key:delete"));
        group.MapGet("/tags", Handle(DigitalOceanTags.List, "tag:read"));
        group.MapPost("/tags", Handle(DigitalOceanTags.Create, "tag:create"));
        group.MapGet("/tags/{id}", Handle(DigitalOceanTags.Get, "tag:read"));
    }

    private static void MapCatalogue(RouteGroupBuilder group)
    {
        group.MapGet("/regions", Handle(DigitalOceanRegions.List, "regions:read"));
        group.MapGet("/sizes", Handle(DigitalOceanSizes.List, "sizes:read"));
        group.MapGet("/images", Handle(DigitalOceanImages.List, "image:read"));
        group.MapGet("/images/{id}", Handle(DigitalOceanImages.Get, "image:read"));
        group.MapGet("/1-clicks", Handle(DigitalOceanImages.OneClicks, "1click:read"));
    }

    private static void MapDroplets(RouteGroupBuilder group)
    {
        group.MapGet("/droplets", Handle(DropletList.List, "droplet:read"));
        group.MapPost("/droplets", Handle(DropletCreate.Create, "droplet:create"));
        group.MapDelete("/droplets", Handle(DropletList.DeleteByTag, "droplet:delete"));
        group.MapGet("/droplets/{id}", Handle(DropletList.Get, "droplet:read"));
        group.MapDelete("/droplets/{id}", Handle(DropletList.Delete, "droplet:delete"));
        group.MapGet("/droplets/{id}/actions", Handle(DropletActions.OfDroplet, "droplet:read"));
        group.MapPost("/droplets/{id}/actions", Handle(DropletActions.Start, "droplet:update"));
        group.MapGet("/droplets/{id}/actions/{action}", Handle(DropletActions.GetOfDroplet, "droplet:read"));
        group.MapGet("/actions", Handle(DropletActions.List, "actions:read"));
        group.MapGet("/actions/{id}", Handle(DropletActions.Get, "actions:read"));
    }

    private static RequestDelegate Handle(Func<DigitalOceanCall, Answer> work, string permission) => async http =>
    {
        var store = http.RequestServices.GetRequiredService<SimulatorStore>();
        var (kind, token) = Bearer.Read(http.Request);
        WriteHeaders(http, kind, token);
        var body = await JsonBody.ReadAsync(http.Request, http.RequestAborted);
        var call = new DigitalOceanCall(http, body, store, token);
        await Wire.WriteAsync(http.Response, kind is TokenKind.Missing or TokenKind.Invalid ? DigitalOceanErrors.Unauthorized : Work(call, kind, permission, work));
    };

    private static Answer Work(DigitalOceanCall call, TokenKind kind, string permission, Func<DigitalOceanCall, Answer> work)
    {
        try
        {
            var reads = Bearer.IsRead(call.Request);
            if (!reads && kind is TokenKind.ReadOnly or TokenKind.MissingScope)
            {
                throw DigitalOceanErrors.MissingPermission(call, permission);
            }

            return reads ? call.Store.Run(() => work(call)) : call.Store.Change(() => work(call));
        }
        catch (RefusedException refused)
        {
            return refused.Answer;
        }
    }

    private static void WriteHeaders(HttpContext http, TokenKind kind, string token)
    {
        http.TraceIdentifier = Guid.NewGuid().ToString();
        var headers = http.Response.Headers;
        headers["x-request-id"] = http.TraceIdentifier;
        headers["x-gateway"] = "Edge-Gateway";
        if (kind is TokenKind.Missing or TokenKind.Invalid)
        {
            headers["x-response-from"] = "Edge-Gateway";
            return;
        }

        var rate = http.RequestServices.GetRequiredService<RateCounter>().Count("digitalocean " + token, "all", HourlyLimit, TimeSpan.FromHours(1));
        headers["x-response-from"] = "service";
        headers["ratelimit-limit"] = rate.Limit.ToString(CultureInfo.InvariantCulture);
        headers["ratelimit-remaining"] = rate.Remaining.ToString(CultureInfo.InvariantCulture);
        headers["ratelimit-reset"] = rate.Reset.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
    }
}
