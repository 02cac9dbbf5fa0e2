using Microsoft.EntityFrameworkCore;

namespace SkyPanel.Core.Data;

/// <summary>All that differs by database engine. One implementation each, and nothing of it anywhere else.</summary>
public interface IDatabase
{
    /// <summary>The engine's key in configuration: Sqlite, SqlServer or PostgreSql.</summary>
    string Key { get; }

    void Configure(DbContextOptionsBuilder options, string connectionString);

    /// <summary>Whether a failed save failed on a unique index or key: someone else was first.</summary>
    bool IsUniqueViolation(DbUpdateException exception);

    /// <summary>
    /// Makes the database ready to be migrated by this process and keeps it so until disposed: on an embedded file, takes it for this
    /// process alone and clears what a killed migration left behind.
    /// </summary>
    /// <exception cref="DatabaseInUseException">Another process holds an embedded database file.</exception>
    Task<IAsyncDisposable> OpenAsync(string connectionString, CancellationToken cancellationToken);

    /// <summary>Waits until no other process migrates the database, and keeps others waiting until disposed.</summary>
    Task<IAsyncDisposable> TakeMigrationTurnAsync(string connectionString, CancellationToken cancellationToken);
}

/// <summary>An embedded database file belongs to one process at a time, and another has it.</summary>
public sealed class DatabaseInUseException(string path)
    : Exception($"The database file '{path}' is in use by another SkyPanel process. Stop that one first, or use SQL Server or PostgreSQL to run several.");
