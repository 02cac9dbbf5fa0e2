using Microsoft.AspNetCore.Components.Server;
using MudBlazor;
using MudBlazor.Services;
using SkyPanel.Web.Components;
using SkyPanel.Web.Components.Layout;
using SkyPanel.Web.Hosting.Settings;

namespace SkyPanel.Web.Hosting;

/// <summary>The pages and the circuits that keep them alive.</summary>
internal static class BlazorHosting
{
    public static WebApplicationBuilder AddPanelPages(this WebApplicationBuilder builder)
    {
        if (builder.Environment.IsBench())
        {
            // A build that was not published finds its packages' assets by a manifest that only Development reads by itself.
            builder.WebHost.UseStaticWebAssets();
        }

        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        builder.Services.AddScoped<FrameSource>();
        builder.Services.Configure<CircuitOptions>(x => x.DetailedErrors = builder.Environment.IsDevelopment());
        builder.Services.AddMudServices(x =>
        {
            x.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomRight;
            x.SnackbarConfiguration.PreventDuplicates = false;
            x.SnackbarConfiguration.ShowTransitionDuration = 120;
            x.SnackbarConfiguration.HideTransitionDuration = 120;
        });
        return builder;
    }

    public static void MapPanelPages(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(x =>
            {
                // Compression costs each circuit 230 to 330 KiB of native memory, more than everything else in it.
                x.DisableWebSocketCompression = true;

                // SecurityHeaders sets the whole policy; this would add a second, weaker one.
                x.ContentSecurityFrameAncestorsPolicy = null;
            })
            .RequireAuthorization();
    }
}
