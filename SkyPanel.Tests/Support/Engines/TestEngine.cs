using Microsoft.EntityFrameworkCore;
using SkyPanel.Core.Data;

namespace SkyPanel.Tests.Support.Engines;

/// <summary>A database engine that makes a database for each test: by copying one that the real migrations were applied to once.</summary>
internal abstract class TestEngine
{
    public const string Sqlite = "Sqlite";
    public const string PostgreSql = "PostgreSql";

    public static IReadOnlyList<string> Names { get; } = [Sqlite, PostgreSql];

    public static TestEngine Of(string name) => name switch
    {
        Sqlite => SqliteEngine.Instance,
        PostgreSql => PostgreSqlEngine.Instance,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "The tests have no such engine."),
    };

    /// <summary>A new database, whose connection string it gives. Skips the running test where the engine cannot be had.</summary>
    /// <param name="folder">The test's own, for engines that live in a file.</param>
    /// <param name="empty">Without any table.</param>
    public abstract string Create(DirectoryInfo folder, bool empty);

    /// <summary>Lets go of everything that is pooled and removes the database.</summary>
    public abstract void Remove(string connectionString);

    protected static void Migrate(string engine, string connectionString)
    {
        var options = new DbContextOptionsBuilder<SkyPanelDbContext>();
        DatabaseRegistry.Get(engine).Configure(options, connectionString);
        using var db = new SkyPanelDbContext(options.Options);
        db.Database.Migrate();
    }
}
