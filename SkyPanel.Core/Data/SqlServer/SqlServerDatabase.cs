using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using SkyPanel.Core.Data.Identity;

namespace SkyPanel.Core.Data.SqlServer;

/// <summary>The production database.</summary>
internal sealed class SqlServerDatabase : IDatabase
{
    private const int UniqueIndex = 2601;
    private const int UniqueConstraint = 2627;

    public string Key => "SqlServer";

    public void Configure(DbContextOptionsBuilder options, string connectionString) =>
        options.UseIdentitySchema().UseSqlServer(connectionString, x => x.MigrationsAssembly("SkyPanel.Migrations.SqlServer"));

    public bool IsUniqueViolation(DbUpdateException exception) =>
        exception.InnerException is SqlException { Number: UniqueIndex or UniqueConstraint };

    public Task<IAsyncDisposable> OpenAsync(string connectionString, CancellationToken cancellationToken) =>
        Task.FromResult<IAsyncDisposable>(NoLock.Instance);

    /// <summary>EF itself holds a lock of the session around all migrations here.</summary>
    public Task<IAsyncDisposable> TakeMigrationTurnAsync(string connectionString, CancellationToken cancellationToken) =>
        Task.FromResult<IAsyncDisposable>(NoLock.Instance);
}
