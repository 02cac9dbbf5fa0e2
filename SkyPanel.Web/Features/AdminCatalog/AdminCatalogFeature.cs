using MudBlazor;
using SkyPanel.Core.Access;
using SkyPanel.Web.Components.Layout;

namespace SkyPanel.Web.Features.AdminCatalog;

/// <summary>What of the providers' catalogues customers may have, and how that changed.</summary>
internal static class AdminCatalogFeature
{
    public static IServiceCollection AddAdminCatalogFeature(this IServiceCollection services) => services
        .AddNavEntry(NavSection.Admin, 40, "Catalogue", Icons.Material.Outlined.Checklist, "/admin/catalogue", Permission.ManageCatalog);
}
