using System.Globalization;
using SkyPanel.Simulator.Http;

namespace SkyPanel.Simulator.Linode;

/// <summary>The headers that real answers carry. Limits are per operation; the window of a limit is told as seen in documents.</summary>
internal static class LinodeHeaders
{
    public static void Write(HttpContext http, string token, TokenKind kind)
    {
        var headers = http.Response.Headers;
        var (name, limit, window) = LimitOf(http.Request);
        var rate = http.RequestServices.GetRequiredService<RateCounter>().Count("linode " + token, name, limit, window);
        headers["X-RateLimit-Limit"] = rate.Limit.ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Remaining"] = rate.Remaining.ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Reset"] = rate.Reset.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        headers["X-OAuth-Scopes"] = kind == TokenKind.Invalid ? "unknown" : "*";
        headers["X-Accepted-OAuth-Scopes"] = Scope(http.Request);
        headers["X-Spec-Version"] = "4.208.1";
        headers.Vary = "Authorization, X-Filter";
        headers.CacheControl = "max-age=0, no-cache, no-store";
        if (token.Length > 0 && kind != TokenKind.Invalid)
        {
            headers["X-Customer-UUID"] = StableId.Guid("linode customer" + token).ToString().ToUpperInvariant();
        }
    }

    private static (string Name, int Limit, TimeSpan Window) LimitOf(HttpRequest request)
    {
        var minute = TimeSpan.FromMinutes(1);
        var path = Resource(request);
        if (HttpMethods.IsPost(request.Method) && path is "linode/instances")
        {
            return ("create", 20, TimeSpan.FromSeconds(15));
        }

        return (HttpMethods.IsGet(request.Method), path) switch
        {
            (true, "images") => ("images", 20, minute),
            (true, "linode/stackscripts") => ("stackscripts", 60, minute),
            (true, "linode/instances" or "linode/types" or "regions" or "regions/availability" or "account/events" or "profile/sshkeys" or "linode/kernels") => (path, 200, minute),
            _ => ("other", 1600, minute),
        };
    }

    private static string Scope(HttpRequest request)
    {
        var access = Bearer.IsRead(request) ? "read_only" : "read_write";
        var path = Resource(request);
        return path switch
        {
            _ when path.StartsWith("linode/instances", StringComparison.Ordinal) => "linodes:" + access,
            _ when path.StartsWith("account/events", StringComparison.Ordinal) => "events:" + access,
            _ when path.StartsWith("account", StringComparison.Ordinal) || path.StartsWith("profile", StringComparison.Ordinal) => "account:" + access,
            _ when path.StartsWith("images", StringComparison.Ordinal) => "images:" + access,
            _ => "*",
        };
    }

    private static string Resource(HttpRequest request)
    {
        var path = request.Path.Value!.Trim('/');
        return path[(path.IndexOf('/', StringComparison.Ordinal) + 1)..];
    }
}
