using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SkyPanel.Core.Data;

namespace SkyPanel.Tests.Core.Data.SqlServer;

/// <summary>A SQL Server that takes every statement, does nothing, and says that one row was changed; a query finds one row with one id.</summary>
internal sealed class RecordedCommands : DbCommandInterceptor, IDbConnectionInterceptor, IDbContextFactory<SkyPanelDbContext>
{
    private readonly List<(string Sql, string Parameters)> _commands = [];

    /// <summary>Each statement, and its parameters as a procedure would declare them.</summary>
    public IReadOnlyList<(string Sql, string Parameters)> Commands => _commands;

    public SkyPanelDbContext CreateDbContext()
    {
        var options = new DbContextOptionsBuilder<SkyPanelDbContext>();
        DatabaseRegistry.Get("SqlServer").Configure(options, "Server=nowhere");
        options.AddInterceptors(this);
        return new SkyPanelDbContext(options.Options);
    }

    public ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
        new(InterceptionResult.Suppress());

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Add(command);
        return new(InterceptionResult<int>.SuppressWithResult(1));
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Add(command);
        using var table = new DataTable();
        table.Columns.Add("id", typeof(Guid));
        table.Rows.Add(Guid.NewGuid());
        return new(InterceptionResult<DbDataReader>.SuppressWithResult(table.CreateDataReader()));
    }

    private void Add(DbCommand command) => _commands.Add((
        command.CommandText,
        string.Join(", ", command.Parameters.Cast<Microsoft.Data.SqlClient.SqlParameter>().Select(x => $"{x.ParameterName} {TypeOf(x)}"))));

    private static string TypeOf(Microsoft.Data.SqlClient.SqlParameter parameter) =>
        parameter.SqlDbType is SqlDbType.NVarChar ? "nvarchar(4000)" : parameter.SqlDbType.ToString();
}
