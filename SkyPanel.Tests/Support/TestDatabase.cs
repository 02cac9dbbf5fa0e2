using Microsoft.Data.Sqlite;

namespace SkyPanel.Tests.Support;

/// <summary>A database of its own for one test, on a real engine, gone with it. The engine is a parameter so that the same test can run on another.</summary>
internal sealed class TestDatabase : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("skypanel-tests-");

    public TestDatabase(string engine = "Sqlite") => (Engine, ConnectionString) = (engine, ConnectionStringFor(engine));

    public string Engine { get; }

    public string ConnectionString { get; }

    /// <summary>A place for files that belong to the test, such as key rings.</summary>
    public string PathOf(string file) => Path.Combine(_folder.FullName, file);

    /// <summary>Everything that the database has on disk, as it stands, log included.</summary>
    public byte[] ReadBytes() => [.. _folder.EnumerateFiles("panel.db*").OrderBy(x => x.Name, StringComparer.Ordinal).SelectMany(ReadShared)];

    public void Dispose()
    {
        using (var connection = new SqliteConnection(ConnectionString))
        {
            SqliteConnection.ClearPool(connection);
        }

        _folder.Delete(recursive: true);
    }

    private static byte[] ReadShared(FileInfo file)
    {
        using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private string ConnectionStringFor(string engine) => engine switch
    {
        "Sqlite" => $"Data Source={PathOf("panel.db")}",
        _ => throw new ArgumentOutOfRangeException(nameof(engine), engine, "No test database of this engine yet."),
    };
}
