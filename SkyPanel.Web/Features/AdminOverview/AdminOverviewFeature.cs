using MudBlazor;
using SkyPanel.Core.Access;
using SkyPanel.Web.Components.Layout;

namespace SkyPanel.Web.Features.AdminOverview;

/// <summary>Where an admin's day begins: what needs them.</summary>
internal static class AdminOverviewFeature
{
    public static IServiceCollection AddAdminOverviewFeature(this IServiceCollection services) => services
        .AddHostedService<AlertMailDelivery>()
        .AddNavEntry(NavSection.Admin, 10, "Overview", Icons.Material.Outlined.SpaceDashboard, "/admin", Permission.ViewHouse);
}
