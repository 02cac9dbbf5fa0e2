using MudBlazor;
using SkyPanel.Core.Access;
using SkyPanel.Web.Components.Layout;

namespace SkyPanel.Web.Features.AdminOperations;

/// <summary>What the house is doing at its providers, and what people must decide.</summary>
internal static class AdminOperationsFeature
{
    public static IServiceCollection AddAdminOperationsFeature(this IServiceCollection services) => services
        .AddNavEntry(NavSection.Admin, 50, "Operations", Icons.Material.Outlined.SwapVert, "/admin/operations", Permission.ManageOperations);
}
