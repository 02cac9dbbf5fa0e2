using System.Collections.Concurrent;
using Npgsql;

namespace SkyPanel.Tests.Support.Engines;

/// <summary>
/// A database for each test on one server: the one that SKYPANEL_TEST_POSTGRES names by a connection string, else a cluster of the tests' own.
/// In the latter a database is emptied and used again, since making one takes longer than most tests.
/// </summary>
internal sealed class PostgreSqlEngine : TestEngine
{
    private const string CutOff =
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid();";

    private const string DeleteAll = """
        SET session_replication_role = replica;
        DO $$ BEGIN EXECUTE (
          SELECT string_agg(format('DELETE FROM %I', tablename), '; ') FROM pg_tables
          WHERE schemaname = 'public' AND tablename <> '__EFMigrationsHistory'); END $$;
        """;

    private static readonly string? Named = Environment.GetEnvironmentVariable("SKYPANEL_TEST_POSTGRES") is { Length: > 0 } named ? named : null;

    private readonly Lazy<string?> _server = new(() => Named ?? PostgreSqlCluster.Start());
    private readonly Lazy<string> _template;
    private readonly ConcurrentDictionary<string, bool> _reusable = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<string> _free = [];

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
        if (empty)
        {
            return Make("template0");
        }

        if (_free.TryTake(out var used))
        {
            return used;
        }

        var made = Make(DatabaseOf(_template.Value));
        _reusable.TryAdd(made, Named is null);
        return made;
    }

    public override void Remove(string connectionString)
    {
        using var connection = new NpgsqlConnection(connectionString);
        NpgsqlConnection.ClearPool(connection);
        if (_reusable.TryGetValue(connectionString, out var again) && again)
        {
            Execute(connection, CutOff + DeleteAll);
            _free.Add(connectionString);
        }
        else
        {
            ExecuteOnServer($"DROP DATABASE {DatabaseOf(connectionString)} WITH (FORCE)");
        }
    }

    private static string DatabaseOf(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString).Database!;

    private static void Execute(NpgsqlConnection connection, string sql)
    {
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Statements of this class about names that it made; a database's name cannot be a parameter.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
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
        ExecuteOnServer($"CREATE DATABASE {name} TEMPLATE {template}");
        return new NpgsqlConnectionStringBuilder(Server) { Database = name, MaxPoolSize = 40 }.ConnectionString;
    }

    private void ExecuteOnServer(string sql)
    {
        using var connection = new NpgsqlConnection(Server);
        Execute(connection, sql);
    }
}
