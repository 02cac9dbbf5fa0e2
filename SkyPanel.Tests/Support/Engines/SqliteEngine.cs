using Microsoft.Data.Sqlite;

namespace SkyPanel.Tests.Support.Engines;

/// <summary>A file for each test.</summary>
internal sealed class SqliteEngine : TestEngine
{
    private const string FileName = "panel.db";

    private readonly Lazy<byte[]> _migrated = new(Migrated);

    public static SqliteEngine Instance { get; } = new();

    public override string Create(DirectoryInfo folder, bool empty)
    {
        var path = Path.Combine(folder.FullName, FileName);
        if (!empty)
        {
            File.WriteAllBytes(path, _migrated.Value);
        }

        return $"Data Source={path}";
    }

    public override void Remove(string connectionString)
    {
        using var connection = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(connection);
    }

    private static byte[] Migrated()
    {
        var folder = Directory.CreateTempSubdirectory("skypanel-tests-");
        try
        {
            var path = Path.Combine(folder.FullName, FileName);

            // Unpooled: closing the last connection is what moves the log into the file.
            Migrate(Sqlite, $"Data Source={path};Pooling=False");
            return File.ReadAllBytes(path);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
