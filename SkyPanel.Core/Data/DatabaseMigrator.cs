using Microsoft.EntityFrameworkCore;

namespace SkyPanel.Core.Data;

/// <summary>Brings the database to this version's tables.</summary>
public sealed class DatabaseMigrator(IDbContextFactory<SkyPanelDbContext> dbFactory)
{
    /// <summary>Applies what is missing; does nothing when nothing is.</summary>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
    }
}
