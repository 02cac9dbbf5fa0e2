using MudBlazor;
using SkyPanel.Core.Access;
using SkyPanel.Web.Components.Layout;

namespace SkyPanel.Web.Features.AdminPlans;

/// <summary>What the house sells.</summary>
internal static class AdminPlansFeature
{
    public static IServiceCollection AddAdminPlansFeature(this IServiceCollection services) => services
        .AddNavEntry(NavSection.Admin, 30, "Plans", Icons.Material.Outlined.Sell, "/admin/plans", Permission.ViewHouse);
}
