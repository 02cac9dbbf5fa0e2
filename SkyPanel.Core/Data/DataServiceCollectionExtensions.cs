using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SkyPanel.Core.Data.Failpoints;
using SkyPanel.Core.Data.Identity;

namespace SkyPanel.Core.Data;

/// <summary>Registers the database that <see cref="DatabaseOptions"/> names.</summary>
public static class DataServiceCollectionExtensions
{
    public static IServiceCollection AddSkyPanelData(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IFailpoints, NoFailpoints>();
        services.AddIdentitySchema();
        services.AddOptions<DatabaseOptions>().BindConfiguration(DatabaseOptions.Section);
        services.AddSingleton<DatabaseMigrator>();
        services.AddSingleton(x => DatabaseRegistry.Get(Options(x).Provider));
        services.AddPooledDbContextFactory<SkyPanelDbContext>((x, options) =>
        {
            x.GetRequiredService<IDatabase>().Configure(options, Options(x).ConnectionString);
            options.AddInterceptors(x.GetServices<IInterceptor>());
        });

        // ASP.NET Identity's stores ask for a scoped context; everything else takes the factory.
        services.AddScoped(x => x.GetRequiredService<IDbContextFactory<SkyPanelDbContext>>().CreateDbContext());
        return services;
    }

    private static DatabaseOptions Options(IServiceProvider services) =>
        services.GetRequiredService<IOptions<DatabaseOptions>>().Value;
}
