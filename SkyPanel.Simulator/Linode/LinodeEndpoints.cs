using SkyPanel.Simulator.Http;
using SkyPanel.Simulator.Linode.Account;
using SkyPanel.Simulator.Linode.Catalogue;
using SkyPanel.Simulator.Linode.Instances;
using SkyPanel.Simulator.State;

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
            MapAccount(group);
            MapInstances(group);
            group.Map("/{**rest}", Handle(_ => LinodeErrors.NotFound, open: true));
        }
    }

    private static void MapCatalogue(RouteGroupBuilder group)
    {
        group.MapGet("/regions", Handle(LinodeRegions.List, open: true));
        group.MapGet("/regions/availability", Handle(LinodeAvailability.List, open: true));
        group.MapGet("/regions/{id}", Handle(LinodeRegions.Get, open: true));
        group.MapGet("/regions/{id}/availability", Handle(LinodeAvailability.OfRegion, open: true));
        group.MapGet("/linode/types", Handle(LinodeTypes.List, open: true));
        group.MapGet("/linode/types/{id}", Handle(LinodeTypes.Get, open: true));
        group.MapGet("/linode/kernels", Handle(LinodeKernels.List, open: true));
        group.MapGet("/linode/kernels/{id}", Handle(LinodeKernels.Get, open: true));
        group.MapGet("/linode/stackscripts", Handle(LinodeStackScripts.List, open: true));
        group.MapGet("/linode/stackscripts/{id}", Handle(LinodeStackScripts.Get, open: true));
        group.MapGet("/images", Handle(LinodeImages.List, open: true));
        group.MapGet("/images/{id}", Handle(LinodeImages.Get, open: true));
    }

    private static void MapAccount(RouteGroupBuilder group)
    {
        group.MapGet("/profile", Handle(LinodeProfile.Get));
        group.MapGet("/profile/sshkeys", Handle(LinodeKeys.List));
        group.MapPost("/profile/sshkeys", Handle(LinodeKeys.Create));
        group.MapGet("/profile/sshkeys/{id}", Handle(LinodeKeys.Get));
        group.MapPut("/profile/sshkeys/{id}", Handle(LinodeKeys.Update));
        group.MapDelete("/profile/sshkeys/{id}", Handle(LinodeKeys.Delete));
        group.MapGet("/account", Handle(LinodeProfile.Account));
        group.MapGet("/account/settings", Handle(LinodeProfile.Settings));
        group.MapGet("/account/transfer", Handle(LinodeProfile.Transfer));
        group.MapGet("/account/events", Handle(LinodeEvents.List));
        group.MapGet("/account/events/{id}", Handle(LinodeEvents.Get));
    }

    private static void MapInstances(RouteGroupBuilder group)
    {
        group.MapGet("/linode/instances", Handle(LinodeInstances.List));
        group.MapPost("/linode/instances", Handle(LinodeCreate.Create));
        group.MapGet("/linode/instances/{id}", Handle(LinodeInstances.Get));
        group.MapPut("/linode/instances/{id}", Handle(LinodeInstances.Update));
        group.MapDelete("/linode/instances/{id}", Handle(LinodeInstances.Delete));
        group.MapPost("/linode/instances/{id}/boot", Handle(LinodePower.Boot));
        group.MapPost("/linode/instances/{id}/shutdown", Handle(LinodePower.Shutdown));
        group.MapPost("/linode/instances/{id}/reboot", Handle(LinodePower.Reboot));
        group.MapGet("/linode/instances/{id}/configs", Handle(LinodeParts.Configs));
        group.MapGet("/linode/instances/{id}/disks", Handle(LinodeParts.Disks));
        group.MapGet("/linode/instances/{id}/ips", Handle(LinodeAddresses.Get));
        group.MapGet("/linode/instances/{id}/transfer", Handle(LinodeParts.Transfer));
    }

    /// <param name="open">Whether it may be read without a token.</param>
    private static RequestDelegate Handle(Func<LinodeCall, Answer> work, bool open = false) => async http =>
    {
        var store = http.RequestServices.GetRequiredService<SimulatorStore>();
        var (kind, token) = Bearer.Read(http.Request);
        LinodeHeaders.Write(http, token, kind);
        var body = await JsonBody.ReadAsync(http.Request, http.RequestAborted);
        var answer = Refusal(kind, http.Request, open) ?? (body is null ? LinodeErrors.BadJson : Work(http, body, store, token, work));
        await Wire.WriteAsync(http.Response, answer);
    };

    private static Answer? Refusal(TokenKind kind, HttpRequest request, bool open) => kind switch
    {
        TokenKind.Invalid => LinodeErrors.InvalidToken,
        TokenKind.Missing when !open => LinodeErrors.InvalidToken,
        TokenKind.ReadOnly when !Bearer.IsRead(request) => LinodeErrors.Unauthorized,
        TokenKind.MissingScope when !Bearer.IsRead(request) => LinodeErrors.MissingScope,
        _ => null,
    };

    private static Answer Work(HttpContext http, JsonBody body, SimulatorStore store, string token, Func<LinodeCall, Answer> work)
    {
        try
        {
            Answer Call() => work(new LinodeCall(http, body, store, token));
            return Bearer.IsRead(http.Request) ? store.Run(Call) : store.Change(Call);
        }
        catch (RefusedException refused)
        {
            return refused.Answer;
        }
    }
}
