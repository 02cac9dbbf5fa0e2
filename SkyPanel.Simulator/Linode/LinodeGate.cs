using SkyPanel.Simulator.Control;
using SkyPanel.Simulator.Http;
using SkyPanel.Simulator.State;
using SkyPanel.Simulator.Tokens;

namespace SkyPanel.Simulator.Linode;

/// <summary>What every request passes: is the token known, is there room in the window, may it.</summary>
internal static class LinodeGate
{
    public static RequestDelegate Handle(LinodeOperation operation) => async http =>
    {
        var store = http.RequestServices.GetRequiredService<SimulatorStore>();
        var token = Bearer.Token(http.Request);
        var body = await JsonBody.ReadAsync(http.Request, http.RequestAborted);
        var answer = Refusal(http, store, token, operation) ?? (body is null ? LinodeErrors.BadJson : Work(http, body, store, token, operation.Work));
        await Wire.WriteAsync(http.Response, answer);
    };

    private static Answer? Refusal(HttpContext http, SimulatorStore store, string token, LinodeOperation operation)
    {
        var reads = Bearer.IsRead(http.Request);
        var scopes = operation.Scopes(reads);
        LinodeHeaders.Write(http, scopes);
        var grant = TokenGrants.Of(store, Vendor.Linode, token);
        var isPublic = token.Length == 0 && operation.IsOpen;
        if (!grant.IsValid && !isPublic)
        {
            return LinodeErrors.InvalidToken;
        }

        var template = http.GetEndpoint()?.DisplayName ?? http.Request.Path.Value!;
        var rate = LinodeRates.Take(http, token, operation.Rate, template.Replace("/v4beta/", "/v4/", StringComparison.Ordinal));
        LinodeHeaders.WriteRate(http, rate, store.Now);
        if (!isPublic)
        {
            LinodeHeaders.WriteToken(http, token, grant);
        }

        return rate.IsRefused ? LinodeErrors.TooManyRequests : isPublic ? null : Forbidden(grant, reads, scopes);
    }

    private static Answer? Forbidden(TokenGrant grant, bool reads, IReadOnlyList<string> scopes)
        => !scopes.All(grant.AllowsLinode) ? LinodeErrors.MissingScope
            : grant.IsRestricted && !reads ? LinodeErrors.Unauthorized
            : null;

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
