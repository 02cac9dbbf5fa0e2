using SkyPanel.Simulator.Control;
using SkyPanel.Simulator.Http;
using SkyPanel.Simulator.State;
using SkyPanel.Simulator.Tokens;

namespace SkyPanel.Simulator.DigitalOcean;

/// <summary>What every request passes: is the token known, is there room in the windows, may it.</summary>
internal static class DigitalOceanGate
{
    /// <param name="permission">The scope that is needed; empty where every token will do.</param>
    public static RequestDelegate Handle(Func<DigitalOceanCall, Answer> work, string permission) => async http =>
    {
        var store = http.RequestServices.GetRequiredService<SimulatorStore>();
        var token = Bearer.Token(http.Request);
        var grant = TokenGrants.Of(store, Vendor.DigitalOcean, token);
        WriteHeaders(http, grant, store);
        var body = await JsonBody.ReadAsync(http.Request, http.RequestAborted);
        var call = new DigitalOceanCall(http, body, store, token, grant);
        var answer = grant.IsValid ? Work(call, permission, work) : DigitalOceanErrors.Unauthorized;
        await Wire.WriteAsync(http.Response, ScopeMask.Apply(answer, grant));
    };

    private static Answer Work(DigitalOceanCall call, string permission, Func<DigitalOceanCall, Answer> work)
    {
        try
        {
            if (DigitalOceanRates.Refuses(call.Http, Bearer.Token(call.Request)))
            {
                throw DigitalOceanErrors.TooManyRequests(call);
            }

            call.Require(permission);
            return Bearer.IsRead(call.Request) ? call.Store.Run(() => work(call)) : call.Store.Change(() => work(call.Unlocked()));
        }
        catch (RefusedException refused)
        {
            return refused.Answer;
        }
    }

    private static void WriteHeaders(HttpContext http, TokenGrant grant, SimulatorStore store)
    {
        http.TraceIdentifier = store.NextRequestId();
        var headers = http.Response.Headers;
        headers["x-request-id"] = http.TraceIdentifier;
        headers["x-gateway"] = "Edge-Gateway";
        headers["x-response-from"] = grant.IsValid ? "service" : "Edge-Gateway";
    }
}
