using Microsoft.Extensions.DependencyInjection;
using SkyPanel.Core.Catalog.Allowlists;
using SkyPanel.Core.ProviderAccounts;
using ZiggyCreatures.Caching.Fusion;

namespace SkyPanel.Core.Catalog;

internal static class CatalogServiceCollectionExtensions
{
    public static IServiceCollection AddCatalog(this IServiceCollection services)
    {
        services.AddOptions<CatalogOptions>().BindConfiguration(CatalogOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddFusionCache(ProviderResourceCache.CacheName).AsKeyedServiceByCacheName();
        services.AddSingleton<ProviderResourceCache>();
        services.AddSingleton<IProviderAccountListener>(x => x.GetRequiredService<ProviderResourceCache>());
        services.AddSingleton<CatalogueReader>();
        services.AddSingleton<AllowlistService>();
        return services;
    }
}
