using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace SkyPanel.Core.Data;

/// <summary>Brings the database to this version's tables.</summary>
public sealed class DatabaseMigrator(IDbContextFactory<SkyPanelDbContext> dbFactory, IDatabase database, IOptions<DatabaseOptions> options)
{
    /// <summary>Applies what is missing, one process at a time; does nothing when nothing is. The database itself must be there.</summary>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var turn = await database.TakeMigrationTurnAsync(options.Value.ConnectionString, cancellationToken);
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
    }
}
