using Npgsql;

namespace SkyPanel.Core.Data.PostgreSql;

/// <summary>A lock by a number that all our processes know, held by a session of its own: it ends with the process, however that ends.</summary>
internal sealed class PostgreSqlTurn : IAsyncDisposable
{
    private const long Number = 0x5B19_A4E1;
    private readonly NpgsqlConnection _connection;

    private PostgreSqlTurn(NpgsqlConnection connection) => _connection = connection;

    public static async Task<IAsyncDisposable> TakeAsync(string connectionString, CancellationToken cancellationToken)
    {
        var session = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false };
        var turn = new PostgreSqlTurn(new NpgsqlConnection(session.ConnectionString));
        try
        {
            await turn._connection.OpenAsync(cancellationToken);

            // Waiting is the purpose: another node's migration takes as long as it takes.
            await using var command = new NpgsqlCommand("SELECT pg_advisory_lock($1)", turn._connection) { CommandTimeout = 0, Parameters = { new() { Value = Number } } };
            await command.ExecuteNonQueryAsync(cancellationToken);
            return turn;
        }
        catch
        {
            await turn.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
