namespace SkyPanel.Core.Data.Sqlite;

/// <summary>Holds a file beside the database while this process lives; the operating system lets go of it when the process dies.</summary>
internal sealed class SqliteFileLock : IAsyncDisposable
{
    private readonly FileStream _stream;

    private SqliteFileLock(FileStream stream) => _stream = stream;

    public static SqliteFileLock Take(string databasePath)
    {
        try
        {
            return new SqliteFileLock(new FileStream(databasePath + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            throw new DatabaseInUseException(databasePath);
        }
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();
}
