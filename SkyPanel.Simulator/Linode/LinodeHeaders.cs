using System.Globalization;
using SkyPanel.Simulator.Http;
using SkyPanel.Simulator.Rates;
using SkyPanel.Simulator.Tokens;

namespace SkyPanel.Simulator.Linode;

/// <summary>The headers that real answers carry.</summary>
internal static class LinodeHeaders
{
    /// <summary>On every answer.</summary>
    public static void Write(HttpContext http, IReadOnlyList<string> scopes)
    {
        var headers = http.Response.Headers;
        headers["X-Accepted-OAuth-Scopes"] = scopes.Count == 0 ? "*" : string.Join(',', scopes);
        headers["X-Spec-Version"] = "4.208.1";
        headers.AccessControlExposeHeaders = "X-OAuth-Scopes, X-Accepted-OAuth-Scopes, X-Status";
        headers.Vary = "Authorization, X-Filter";
        headers.CacheControl = "max-age=0, no-cache, no-store";
    }

    /// <summary>On answers to a token that is known. How several scopes are told apart in the header is not recorded; spaces, as in a token's own scopes.</summary>
    public static void WriteToken(HttpContext http, string token, TokenGrant grant)
    {
        http.Response.Headers["X-OAuth-Scopes"] = string.Join(' ', grant.Scopes);
        http.Response.Headers["X-Customer-UUID"] = StableId.Guid("linode customer" + token).ToString().ToUpperInvariant();
    }

    /// <summary>Not on a 401, as recorded.</summary>
    public static void WriteRate(HttpContext http, RateStanding rate, DateTimeOffset now)
    {
        var headers = http.Response.Headers;
        headers["X-RateLimit-Limit"] = rate.Limit.ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Remaining"] = rate.Remaining.ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Reset"] = rate.Reset.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        if (rate.IsRefused)
        {
            headers.RetryAfter = rate.SecondsFrom(now).ToString(CultureInfo.InvariantCulture);
        }
    }
}
