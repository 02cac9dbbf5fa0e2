using Microsoft.Extensions.DependencyInjection;
using SkyPanel.Core.Alerts;
using SkyPanel.Core.Audit;
using SkyPanel.Core.Catalog;
using SkyPanel.Core.Data;
using SkyPanel.Core.Instances;
using SkyPanel.Core.News;
using SkyPanel.Core.Operations;
using SkyPanel.Core.Organizations;
using SkyPanel.Core.Plans;
using SkyPanel.Core.ProviderAccounts;

namespace SkyPanel.Core;

/// <summary>Registers the business; needs the provider adapters beside it.</summary>
public static class CoreServiceCollectionExtensions
{
    public static IServiceCollection AddSkyPanelCore(this IServiceCollection services)
    {
        services.AddSkyPanelData();
        services.AddOptions<SignUpOptions>().BindConfiguration(SignUpOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<INewsBus, InProcessNewsBus>();
        services.AddSingleton<AuditLog>();
        services.AddSingleton<AlertBook>();
        services.AddSingleton<AlertMails>();
        services.AddSingleton<MembershipService>();
        services.AddSingleton<OrganizationDirectory>();
        services.AddScoped<SignUpService>();
        services.AddProviderAccounts();
        services.AddCatalog();
        services.AddPlans();
        services.AddOperations();
        services.AddInstances();
        return services;
    }
}
