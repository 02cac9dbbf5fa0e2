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

    public static TokenKeyRing Read(string path)
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
        var content = new Content("k1", new(StringComparer.Ordinal) { ["k1"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes)) });
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
            File.Move(unfinished, path, overwrite: false);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private static TokenKeyRing Parse(string path, string text)
    {
        try
        {
            var content = JsonSerializer.Deserialize<Content>(text, Json);
            var keys = content?.Keys?.ToDictionary(x => x.Key, x => Convert.FromBase64String(x.Value), StringComparer.Ordinal);
            return content?.Active is { } active && keys is not null && keys.ContainsKey(active) && keys.All(x => IsUsable(x.Key, x.Value))
                ? new TokenKeyRing(active, keys)
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
