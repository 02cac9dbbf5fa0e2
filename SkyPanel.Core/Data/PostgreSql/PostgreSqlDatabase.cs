using Microsoft.EntityFrameworkCore;
using Npgsql;
using SkyPanel.Core.Data.Identity;

namespace SkyPanel.Core.Data.PostgreSql;

/// <summary>The other server database.</summary>
internal sealed class PostgreSqlDatabase : IDatabase
{
    public string Key => "PostgreSql";

    public void Configure(DbContextOptionsBuilder options, string connectionString) => options
        .UseIdentitySchema()
        .UseNpgsql(connectionString, x => x.MigrationsAssembly("SkyPanel.Migrations.PostgreSql"))
        .AddInterceptors(StorableValues.Instance);

    public bool IsUniqueViolation(DbUpdateException exception) =>
        exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    public Task<IAsyncDisposable> OpenAsync(string connectionString, CancellationToken cancellationToken) =>
        Task.FromResult<IAsyncDisposable>(NoLock.Instance);

    /// <summary>EF's lock ends with the transaction of each single migration here, so that a second node may slip in between two of them.</summary>
    public Task<IAsyncDisposable> TakeMigrationTurnAsync(string connectionString, CancellationToken cancellationToken) =>
        PostgreSqlTurn.TakeAsync(connectionString, cancellationToken);
}
