using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SkyPanel.Core.Data;
using SkyPanel.Tests.Support;
using SkyPanel.Tests.Support.Engines;

namespace SkyPanel.Tests.Core.Data;

public sealed class MigrationTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [OnEachEngine]
    public async Task MigrateAsync_EmptyDatabase_MakesTheModelsTables(string engine)
    {
        using var database = new TestDatabase(engine, empty: true);
        await using var db = Open(database);

        await db.Database.MigrateAsync(Token);

        Assert.Empty(await db.Database.GetPendingMigrationsAsync(Token));
        Assert.Equal(db.Database.GetMigrations(), await db.Database.GetAppliedMigrationsAsync(Token));
        Assert.False(db.Database.HasPendingModelChanges());
        Assert.Equal(0, await db.Users.CountAsync(Token));
    }

    [Theory]
    [OnEachEngine]
    public async Task MigrateAsync_TwoNodesAtOnceAndOnceMore_IsDoneOnce(string engine)
    {
        using var database = new TestDatabase(engine, empty: true);

        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => MigrateAsync(database), Token)));
        await MigrateAsync(database);

        await using var db = Open(database);
        Assert.Equal(db.Database.GetMigrations(), await db.Database.GetAppliedMigrationsAsync(Token));
    }

    [Fact]
    public void Model_OnSqlServer_HasNoPendingChanges()
    {
        var options = new DbContextOptionsBuilder<SkyPanelDbContext>();
        DatabaseRegistry.Get("SqlServer").Configure(options, "Server=unused");
        using var db = new SkyPanelDbContext(options.Options);

        Assert.False(db.Database.HasPendingModelChanges());
    }

    private static async Task MigrateAsync(TestDatabase database)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Database:Provider"] = database.Engine,
            ["Database:ConnectionString"] = database.ConnectionString,
        }).Build());
        services.AddSkyPanelData();
        await using var node = services.BuildServiceProvider();
        await node.GetRequiredService<DatabaseMigrator>().MigrateAsync(Token);
    }

    private static SkyPanelDbContext Open(TestDatabase database)
    {
        var options = new DbContextOptionsBuilder<SkyPanelDbContext>();
        DatabaseRegistry.Get(database.Engine).Configure(options, database.ConnectionString);
        return new SkyPanelDbContext(options.Options);
    }
}
