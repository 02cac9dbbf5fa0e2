using SkyPanel.Core.Data.PostgreSql;
using SkyPanel.Core.Data.Sqlite;
using SkyPanel.Core.Data.SqlServer;

namespace SkyPanel.Core.Data;

/// <summary>The database engines that SkyPanel runs on.</summary>
public static class DatabaseRegistry
{
    private static readonly Dictionary<string, IDatabase> Databases =
        new IDatabase[] { new SqliteDatabase(), new SqlServerDatabase(), new PostgreSqlDatabase() }
            .ToDictionary(x => x.Key, StringComparer.OrdinalIgnoreCase);

    public static IReadOnlyCollection<string> Keys => Databases.Keys;

    /// <summary>The engine of that key, in any case.</summary>
    /// <exception cref="InvalidOperationException">There is no such engine; the message names those there are.</exception>
    public static IDatabase Get(string key) => Databases.TryGetValue(key, out var database)
        ? database
        : throw new InvalidOperationException($"Database:Provider is '{key}'; it must be one of {string.Join(", ", Keys)}.");
}
