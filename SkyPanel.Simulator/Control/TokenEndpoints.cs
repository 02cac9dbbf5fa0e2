using SkyPanel.Simulator.State;
using SkyPanel.Simulator.Tokens;

namespace SkyPanel.Simulator.Control;

/// <summary>What a token shall be able to do; what is absent stays as it was.</summary>
internal sealed record TokenChange(string? Vendor, string? Token, IReadOnlyList<string>? Scopes, bool? Valid, bool? Restricted);

/// <summary>Gives tokens scopes and takes them away again, while they are in use.</summary>
internal static class TokenEndpoints
{
    public static void MapTokens(this RouteGroupBuilder group)
    {
        group.MapPut("/tokens", ChangeAsync);
        group.MapDelete("/tokens/{vendor}/{token}", (string vendor, string token, SimulatorStore store) =>
        {
            TokenGrants.Set(store, vendor, token, grant: null);
            return Results.NoContent();
        });
    }

    private static async Task<IResult> ChangeAsync(HttpRequest request, SimulatorStore store, CancellationToken cancellationToken)
    {
        var change = await ControlJson.ReadAsync<TokenChange>(request, cancellationToken);
        if (change is not { Vendor: Vendor.Linode or Vendor.DigitalOcean, Token.Length: > 0 })
        {
            return ControlEndpoints.Refuse("vendor (linode or digitalocean) and token are needed");
        }

        var now = TokenGrants.Of(store, change.Vendor, change.Token);
        var grant = new TokenGrant(change.Valid ?? now.IsValid, change.Restricted ?? now.IsRestricted, change.Scopes ?? now.Scopes);
        TokenGrants.Set(store, change.Vendor, change.Token, grant);
        return ControlEndpoints.Json(new { change.Vendor, change.Token, Valid = grant.IsValid, Restricted = grant.IsRestricted, grant.Scopes });
    }
}
