using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SkyPanel.Core.ProviderAccounts.Secrets;

/// <summary>The key ring's file: <c>{"active":"k1","keys":{"k1":"32 bytes in base64"}}</c>.</summary>
internal static partial class TokenKeyFile
{
    private const int KeyBytes = 32;

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static TokenKeys Read(string path)
    {
        if (!File.Exists(path))
        {
            throw Unusable(path, "it does not exist. Create it once, and restore it from its backup ever after");
        }

        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~OwnerOnly) != UnixFileMode.None)
        {
            throw Unusable(path, "others may read it. Give it mode 0600");
        }

        return Parse(path, File.ReadAllText(path));
    }

    public static void Create(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        Write(path, new TokenKeys("k1", new Dictionary<string, byte[]>(StringComparer.Ordinal) { ["k1"] = NewKey() }), overwrite: false);
    }

    public static string AddActive(string path)
    {
        var keys = Read(path);
        var id = Enumerable.Range(1, int.MaxValue).Select(x => $"k{x}").First(x => !keys.ById.ContainsKey(x));
        Write(path, new TokenKeys(id, new Dictionary<string, byte[]>(keys.ById, StringComparer.Ordinal) { [id] = NewKey() }), overwrite: true);
        return id;
    }

    public static void Remove(string path, string id)
    {
        var keys = Read(path);
        if (string.Equals(keys.ActiveId, id, StringComparison.Ordinal) || !keys.ById.ContainsKey(id))
        {
            throw new InvalidOperationException($"The key '{id}' is the active one or is not in the ring; nothing was removed.");
        }

        var rest = keys.ById.Where(x => !string.Equals(x.Key, id, StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal);
        Write(path, new TokenKeys(keys.ActiveId, rest), overwrite: true);
    }

    private static byte[] NewKey() => RandomNumberGenerator.GetBytes(KeyBytes);

    private static void Write(string path, TokenKeys keys, bool overwrite)
    {
        var content = new Content(keys.ActiveId, keys.ById.ToDictionary(x => x.Key, x => Convert.ToBase64String(x.Value), StringComparer.Ordinal));
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        // Written beside and moved into place, so that a crash half-way leaves no half of a ring behind.
        var unfinished = $"{path}.{Guid.NewGuid():n}";
        using (var stream = new FileStream(unfinished, options))
        {
            JsonSerializer.Serialize(stream, content, Json);
            stream.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(unfinished, path, overwrite);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private static TokenKeys Parse(string path, string text)
    {
        try
        {
            var content = JsonSerializer.Deserialize<Content>(text, Json);
            var keys = content?.Keys?.ToDictionary(x => x.Key, x => Convert.FromBase64String(x.Value), StringComparer.Ordinal);
            return content?.Active is { } active && keys is not null && keys.ContainsKey(active) && keys.All(x => IsUsable(x.Key, x.Value))
                ? new TokenKeys(active, keys)
                : throw Unusable(path, "it must name an active key, and every key must be 32 bytes under an id of lower-case letters, digits and dashes");
        }
        catch (Exception ex) when (ex is JsonException or FormatException or ArgumentNullException)
        {
            // Left out as inner exceptions: they may quote the file.
            throw Unusable(path, "it is not a key ring in JSON with keys in base64");
        }
    }

    private static bool IsUsable(string id, byte[] key) => KeyId().IsMatch(id) && key.Length == KeyBytes;

    private static InvalidOperationException Unusable(string path, string reason) => new($"The token key ring '{path}' cannot be used: {reason}.");

    [GeneratedRegex(@"\A[a-z0-9-]{1,20}\z", RegexOptions.None, 1000)]
    private static partial Regex KeyId();

    private sealed record Content(string? Active, Dictionary<string, string>? Keys);
}
