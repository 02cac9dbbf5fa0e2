using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using SkyPanel.Core.Data.Identity;

namespace SkyPanel.Core.Data.Sqlite;

/// <summary>The embedded database: one file, one process, write-ahead log, every commit on disk before it counts.</summary>
internal sealed class SqliteDatabase : IDatabase
{
    private const int ConstraintError = 19;
    private const int UniqueIndex = 2067;
    private const int PrimaryKey = 1555;

    public string Key => "Sqlite";

    public void Configure(DbContextOptionsBuilder options, string connectionString) => options
        .UseIdentitySchema()
        .UseSqlite(connectionString, x => x.MigrationsAssembly("SkyPanel.Migrations.Sqlite"))
        .ReplaceService<IModelCustomizer, SqliteModelCustomizer>()
        .AddInterceptors(SqlitePragmas.Instance);

    public bool IsUniqueViolation(DbUpdateException exception) =>
        exception.InnerException is SqliteException { SqliteErrorCode: ConstraintError, SqliteExtendedErrorCode: UniqueIndex or PrimaryKey };

    public async Task<IAsyncDisposable> OpenAsync(string connectionString, CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(new SqliteConnectionStringBuilder(connectionString).DataSource);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var fileLock = SqliteFileLock.Take(path);
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        await ExecuteAsync(connection, "PRAGMA journal_mode = WAL;", cancellationToken);
        await ClearStaleMigrationLockAsync(connection, cancellationToken);
        return fileLock;
    }

    /// <summary>EF's own lock does here, and the file belongs to one process anyway.</summary>
    public Task<IAsyncDisposable> TakeMigrationTurnAsync(string connectionString, CancellationToken cancellationToken) =>
        Task.FromResult<IAsyncDisposable>(NoLock.Instance);

    /// <summary>EF waits for ever on the row that a killed migration leaves. Holding the file's lock, we know that nobody migrates.</summary>
    private static Task ClearStaleMigrationLockAsync(SqliteConnection connection, CancellationToken cancellationToken) =>
        ExecuteAsync(connection, "DROP TABLE IF EXISTS \"__EFMigrationsLock\";", cancellationToken);

    private static async Task ExecuteAsync(SqliteConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The two statements above, no input in either.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
