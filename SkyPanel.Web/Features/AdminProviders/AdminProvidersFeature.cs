using MudBlazor;
using SkyPanel.Core.Access;
using SkyPanel.Web.Components.Layout;

namespace SkyPanel.Web.Features.AdminProviders;

/// <summary>The house's accounts at cloud providers.</summary>
internal static class AdminProvidersFeature
{
    public static IServiceCollection AddAdminProvidersFeature(this IServiceCollection services) => services
        .AddNavEntry(NavSection.Admin, 20, "Providers", Icons.Material.Outlined.Cloud, "/admin/providers", Permission.ViewHouse);
}
