using Microsoft.AspNetCore.Routing;
using SkyPanel.Simulator.Faults;
using SkyPanel.Simulator.Http;

namespace SkyPanel.Simulator.Control;

/// <summary>Logs what the vendors' sides were asked. The control's own requests are not logged.</summary>
internal sealed class RequestLogMiddleware(RequestDelegate next, RequestLog log, TimeProvider time)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (Vendor.Of(http.Request.Path) is not { } vendor)
        {
            await next(http);
            return;
        }

        var at = time.GetUtcNow();
        try
        {
            await next(http);
        }
        finally
        {
            log.Add(Describe(http, vendor, at));
        }
    }

    private static LoggedRequest Describe(HttpContext http, string vendor, DateTimeOffset at)
    {
        var template = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(none)";
        var token = Bearer.Token(http.Request);
        var status = http.RequestAborted.IsCancellationRequested ? 0 : http.Response.StatusCode;
        var prefix = token[..Math.Min(6, token.Length / 2)];
        return new LoggedRequest(
            0, at, vendor, http.Request.Method, http.Request.Path + http.Request.QueryString, template, prefix, StableId.Hex(token, 12), status, FaultMiddleware.FaultOf(http)?.Kind);
    }
}
