using MudBlazor;
using SkyPanel.Core.Access;
using SkyPanel.Web.Components.Layout;

namespace SkyPanel.Web.Features.Instances;

/// <summary>A customer's machines.</summary>
internal static class InstancesFeature
{
    public static IServiceCollection AddInstancesFeature(this IServiceCollection services) => services
        .AddScoped<InstanceCommands>()
        .AddScoped<InstancesReader>()
        .AddNavEntry(NavSection.Customer, 20, "Instances", Icons.Material.Outlined.Dns, "/instances", Permission.ViewInstances);
}
