using SkyPanel.Tests.Support.Engines;

namespace SkyPanel.Tests.Support;

/// <summary>A database of its own for one test, on a real engine, with the tables that the migrations make; gone with the test.</summary>
internal sealed class TestDatabase : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("skypanel-tests-");

    public TestDatabase(string engine = TestEngine.Sqlite, bool empty = false) =>
        (Engine, ConnectionString) = (engine, TestEngine.Of(engine).Create(_folder, empty));

    /// <summary>As in the configuration's Database:Provider.</summary>
    public string Engine { get; }

    public string ConnectionString { get; }

    /// <summary>A place for files that belong to the test, such as key rings.</summary>
    public string PathOf(string file) => Path.Combine(_folder.FullName, file);

    /// <summary>Everything that an SQLite database has on disk, as it stands, log included.</summary>
    public byte[] ReadBytes() => [.. _folder.EnumerateFiles("panel.db*").OrderBy(x => x.Name, StringComparer.Ordinal).SelectMany(ReadShared)];

    public void Dispose()
    {
        TestEngine.Of(Engine).Remove(ConnectionString);
        _folder.Delete(recursive: true);
    }

    private static byte[] ReadShared(FileInfo file)
    {
        using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
