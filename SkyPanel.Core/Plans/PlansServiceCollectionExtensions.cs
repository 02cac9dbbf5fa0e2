using Microsoft.Extensions.DependencyInjection;
using SkyPanel.Core.Plans.Offerings;
using SkyPanel.Core.ProviderAccounts;

namespace SkyPanel.Core.Plans;

internal static class PlansServiceCollectionExtensions
{
    public static IServiceCollection AddPlans(this IServiceCollection services)
    {
        services.AddOptions<PanelOptions>().BindConfiguration(PanelOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IProviderAccountUsage, PlanAccountUsage>();
        services.AddSingleton<PlanService>();
        services.AddSingleton<OfferingService>();
        services.AddSingleton<PlacementService>();
        services.AddSingleton<PlanImport>();
        return services;
    }
}
