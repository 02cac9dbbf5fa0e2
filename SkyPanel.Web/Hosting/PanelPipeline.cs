using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
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
        app.Use(ExplainOnlyWhatIsLookedAtAsync);
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapAccountEndpoints();
        app.MapPanelPages();
        return app;
    }

    /// <summary>A form that was sent to nowhere would be refused once more, by the page that is to explain the first refusal.</summary>
    private static Task ExplainOnlyWhatIsLookedAtAsync(HttpContext context, RequestDelegate next)
    {
        context.Features.GetRequiredFeature<IStatusCodePagesFeature>().Enabled = HttpMethods.IsGet(context.Request.Method);
        return next(context);
    }
}
