using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SkyPanel.Core.Data.Sqlite;

/// <summary>Durability is a setting of each connection, so it is stated on each: a confirmed commit survives a power cut.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Statement = "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;";

    public static SqlitePragmas Instance { get; } = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Statement;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Statement;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
