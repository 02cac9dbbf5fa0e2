using Npgsql;

namespace SkyPanel.Tests.Support.Engines;

/// <summary>
/// A database for each test on one server: the one that SKYPANEL_TEST_POSTGRES names by a connection string, else a cluster of the tests' own.
/// </summary>
internal sealed class PostgreSqlEngine : TestEngine
{
    private static readonly string? Named = Environment.GetEnvironmentVariable("SKYPANEL_TEST_POSTGRES") is { Length: > 0 } named ? named : null;

    private readonly Lazy<string?> _server = new(() => Named ?? PostgreSqlCluster.Start());
    private readonly Lazy<string> _template;

    private PostgreSqlEngine() => _template = new(MakeTemplate);

    public static PostgreSqlEngine Instance { get; } = new();

    private string Server
    {
        get
        {
            if (_server.Value is null)
            {
                Requirement.Skip("PostgreSQL is missing: install it, or set SKYPANEL_TEST_POSTGRES to a server's connection string");
            }

            return _server.Value!;
        }
    }

    public override string Create(DirectoryInfo folder, bool empty)
    {
        var template = empty ? "template0" : new NpgsqlConnectionStringBuilder(_template.Value).Database!;
        return Make(template);
    }

    public override void Remove(string connectionString)
    {
        using (var connection = new NpgsqlConnection(connectionString))
        {
            NpgsqlConnection.ClearPool(connection);
        }

        Execute($"DROP DATABASE {new NpgsqlConnectionStringBuilder(connectionString).Database} WITH (FORCE)");
    }

    private string MakeTemplate()
    {
        var connectionString = Make("template0");
        Migrate(PostgreSql, connectionString);
        using var connection = new NpgsqlConnection(connectionString);
        NpgsqlConnection.ClearPool(connection);
        if (Named is not null)
        {
            // A cluster of our own goes as a whole.
            AppDomain.CurrentDomain.ProcessExit += (_, _) => Remove(connectionString);
        }

        return connectionString;
    }

    private string Make(string template)
    {
        var name = $"skypanel_{Guid.NewGuid():n}";
        Execute($"CREATE DATABASE {name} TEMPLATE {template}");
        return new NpgsqlConnectionStringBuilder(Server) { Database = name, MaxPoolSize = 40 }.ConnectionString;
    }

    private void Execute(string sql)
    {
        using var connection = new NpgsqlConnection(Server);
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names that we made; a database's name cannot be a parameter.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
