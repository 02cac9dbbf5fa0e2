using SkyPanel.Core;
using SkyPanel.Providers;
using SkyPanel.Web.Features;
using SkyPanel.Web.Hosting.Demo;
using SkyPanel.Web.Hosting.Identity;

namespace SkyPanel.Web.Hosting;

/// <summary>The business, and the features that show it.</summary>
internal static class PanelHosting
{
    public static WebApplicationBuilder AddPanelBusiness(this WebApplicationBuilder builder)
    {
        builder.Services.AddSkyPanelCore();
        builder.Services.AddSkyPanelBackground();
        builder.Services.AddProviders();
        return builder;
    }

    public static WebApplicationBuilder AddPanelFeatures(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(new DemoAccounts(builder.Configuration.GetValue("Demo:Enabled", false) ? [DemoPeople.Admin, .. DemoPeople.Customers] : []));
        builder.Services.AddFeatures();
        return builder;
    }
}
