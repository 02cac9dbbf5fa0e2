using MudBlazor;
using SkyPanel.Core.Access;
using SkyPanel.Web.Components.Layout;

namespace SkyPanel.Web.Features.AdminOrganizations;

/// <summary>The house's customers.</summary>
internal static class AdminOrganizationsFeature
{
    public static IServiceCollection AddAdminOrganizationsFeature(this IServiceCollection services) => services
        .AddNavEntry(NavSection.Admin, 60, "Organisations", Icons.Material.Outlined.Groups, "/admin/organizations", Permission.ManageOrganizations);
}
