namespace SkyPanel.Core.ProviderAccounts.Secrets;

/// <summary>
/// The keys that protect secrets in the database: one is active and encrypts, the others still decrypt what they once encrypted.
/// Not to be confused with ASP.NET's data protection ring, which is for cookies.
/// </summary>
public sealed class TokenKeyRing
{
    private readonly IReadOnlyDictionary<string, byte[]> _keys;

    internal TokenKeyRing(string activeId, IReadOnlyDictionary<string, byte[]> keys) => (ActiveId, _keys) = (activeId, keys);

    /// <summary>The id of the key that encrypts.</summary>
    public string ActiveId { get; }

    /// <summary>Reads a ring from its file.</summary>
    /// <exception cref="InvalidOperationException">There is no such file, others may read it, or it holds no usable ring. The message never holds a key.</exception>
    public static TokenKeyRing Load(string path) => TokenKeyFile.Read(path);

    /// <summary>Makes a new ring with one random key in a file that only this user may read.</summary>
    /// <exception cref="IOException">There is such a file already; it is left as it is.</exception>
    public static void CreateFile(string path) => TokenKeyFile.Create(path);

    internal byte[]? Find(string id) => _keys.GetValueOrDefault(id);
}
