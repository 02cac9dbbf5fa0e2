namespace SkyPanel.Core.ProviderAccounts.Secrets;

/// <summary>
/// The keys that protect secrets in the database: one is active and encrypts, the others still decrypt what they once encrypted.
/// Not to be confused with ASP.NET's data protection ring, which is for cookies. It follows its file, so that a rotation needs no restart.
/// </summary>
public sealed class TokenKeyRing
{
    private readonly string? _path;
    private volatile TokenKeys _keys;

    internal TokenKeyRing(string activeId, IReadOnlyDictionary<string, byte[]> keys) => _keys = new TokenKeys(activeId, keys);

    private TokenKeyRing(string path) => (_path, _keys) = (path, TokenKeyFile.Read(path));

    /// <summary>The id of the key that encrypts.</summary>
    public string ActiveId => _keys.ActiveId;

    /// <summary>Reads a ring from its file.</summary>
    /// <exception cref="InvalidOperationException">There is no such file, others may read it, or it holds no usable ring. The message never holds a key.</exception>
    public static TokenKeyRing Load(string path) => new(path);

    /// <summary>Makes a new ring with one random key in a file that only this user may read.</summary>
    /// <exception cref="IOException">There is such a file already; it is left as it is.</exception>
    public static void CreateFile(string path) => TokenKeyFile.Create(path);

    /// <summary>Adds a random key to the file and makes it the active one. Running panels follow within a minute.</summary>
    /// <returns>The new key's id.</returns>
    /// <exception cref="InvalidOperationException">As <see cref="Load"/>.</exception>
    public static string AddKey(string path) => TokenKeyFile.AddActive(path);

    /// <summary>Takes a key that is not active out of the file, for good: what is still encrypted under it is lost.</summary>
    /// <exception cref="InvalidOperationException">As <see cref="Load"/>, or the key is the active one or not there.</exception>
    public static void RemoveKey(string path, string id) => TokenKeyFile.Remove(path, id);

    /// <summary>The key, or null. One that is unknown may have been added since the file was read: it is read again.</summary>
    internal byte[]? Find(string id)
    {
        if (_keys.ById.TryGetValue(id, out var key))
        {
            return key;
        }

        Refresh();
        return _keys.ById.GetValueOrDefault(id);
    }

    /// <summary>Reads the file again. One that cannot be read now is no reason to forget the keys that were.</summary>
    internal void Refresh()
    {
        if (_path is null)
        {
            return;
        }

        try
        {
            _keys = TokenKeyFile.Read(_path);
        }
        catch (Exception ex) when (ex is InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            // Said at the start and by the health check; here the keys at hand go on working.
        }
    }
}

/// <summary>What a ring's file holds.</summary>
internal sealed record TokenKeys(string ActiveId, IReadOnlyDictionary<string, byte[]> ById);
