using Microsoft.Extensions.Options;
using SkyPanel.Web.Hosting.Settings;

namespace SkyPanel.Web.Hosting.Security;

/// <summary>
/// Refuses circuits that another site's page tries to open with its visitor's cookie. Browsers do not hold web sockets to the same-origin
/// policy and the framework accepts any origin.
/// </summary>
internal static class OriginGuard
{
    public static IApplicationBuilder UseOriginGuard(this IApplicationBuilder app)
    {
        var publicAddress = app.ApplicationServices.GetRequiredService<IOptions<PanelHostOptions>>().Value.PublicAddress;
        return app.Use((context, next) =>
        {
            if (!context.Request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase) || IsOurs(context.Request, publicAddress))
            {
                return next(context);
            }

            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        });
    }

    /// <summary>A browser always names the origin; what names none is no browser and has no visitor's cookie to abuse.</summary>
    internal static bool IsOurs(HttpRequest request, Uri? publicAddress)
    {
        if (request.Headers.Origin.Count == 0)
        {
            return true;
        }

        var expected = publicAddress?.GetLeftPart(UriPartial.Authority) ?? $"{request.Scheme}://{request.Host}";
        return string.Equals(request.Headers.Origin, expected, StringComparison.OrdinalIgnoreCase);
    }
}
