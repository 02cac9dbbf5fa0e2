using SkyPanel.Core.Data;

namespace SkyPanel.Web.Hosting.Database;

/// <summary>Brings the database to this version's tables.</summary>
internal static class DatabaseMigration
{
    /// <summary>Migrates where the settings say that starting does so.</summary>
    public static async Task MigrateOnStartAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        // Asked for once, so that the container disposes it.
        services.GetRequiredService<DatabaseLease>();
        var options = services.GetRequiredService<IConfiguration>().GetSection(DatabaseOptions.Section).Get<MigrationOptions>();
        var isEmbedded = string.Equals(services.GetRequiredService<IDatabase>().Key, "Sqlite", StringComparison.Ordinal);
        if (options?.MigrateOnStart ?? (isEmbedded || services.GetRequiredService<IHostEnvironment>().IsDevelopment()))
        {
            await services.MigrateAsync(cancellationToken);
        }
    }

    public static Task MigrateAsync(this IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<DatabaseMigrator>().MigrateAsync(cancellationToken);
}
