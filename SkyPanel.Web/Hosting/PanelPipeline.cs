using SkyPanel.Web.Hosting.Identity;
using SkyPanel.Web.Hosting.Security;

namespace SkyPanel.Web.Hosting;

/// <summary>What each request passes, in order.</summary>
internal static class PanelPipeline
{
    public static WebApplication UsePanel(this WebApplication app)
    {
        app.UseSecurityHeaders();
        if (!app.Environment.IsDevelopment())
        {
            app.UseForwardedHeaders();
            app.UseExceptionHandler("/error", createScopeForErrors: true);
        }

        if (app.Environment.IsProduction())
        {
            app.UseHsts();
        }

        // Before what turns a refusal into a page: there is nobody to read it.
        app.UseOriginGuard();
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapAccountEndpoints();
        app.MapPanelPages();
        return app;
    }
}
