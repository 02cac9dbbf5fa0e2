using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HttpOverrides;
using SkyPanel.Web.Hosting.Settings;

namespace SkyPanel.Web.Hosting.Security;

/// <summary>Keys, cookies and what the server says of itself.</summary>
internal static class SecurityHosting
{
    public static WebApplicationBuilder AddPanelSecurity(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(x => x.AddServerHeader = false);
        builder.Services.AddPanelDataProtection(builder.Configuration);
        builder.Services.AddAntiforgery(x => Harden(x.Cookie, "skypanel-form", builder));
        builder.Services.AddHsts(x => x.MaxAge = TimeSpan.FromDays(365));

        // A reverse proxy on this machine ends TLS; the defaults trust nobody else.
        builder.Services.Configure<ForwardedHeadersOptions>(x => x.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto);
        return builder;
    }

    public static void AddPanelDataProtection(this IServiceCollection services, IConfiguration configuration)
    {
        var protection = services.AddDataProtection().SetApplicationName("SkyPanel");
        if (configuration["DataProtection:Path"] is { Length: > 0 } folder)
        {
            protection.PersistKeysToFileSystem(new DirectoryInfo(folder));
        }
    }

    /// <summary>Binds a cookie to this host over https and away from scripts; the prefix makes browsers hold us to it.</summary>
    public static void Harden(CookieBuilder cookie, string name, WebApplicationBuilder builder)
    {
        var plain = builder.Environment.IsDevelopment()
            || (builder.Environment.IsBench() && builder.Configuration.GetValue("Panel:InsecureCookies", false));
        cookie.Name = plain ? name : $"__Host-{name}";
        cookie.Path = "/";
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = plain ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
    }
}
