using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SkyPanel.Core.ProviderAccounts.Secrets;

/// <summary>
/// Encrypts secrets for one place in the database: AES-256-GCM, a random nonce each time, bound to the place and to the key. A secret that
/// was moved, altered or encrypted under a key that is gone is unreadable; there is no other way to read it.
/// </summary>
public sealed class SecretBox(TokenKeyRing keys)
{
    private const string Format = "sp1";
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    /// <summary>Encrypts under the active key.</summary>
    /// <param name="plaintext">The secret.</param>
    /// <param name="associatedData">Where it will stand: table, row and field. Asked for again when it is read.</param>
    /// <returns><c>sp1.key.blob</c>: nothing in it needs escaping.</returns>
    public string Protect(string plaintext, string associatedData)
    {
        var keyId = keys.ActiveId;
        var secret = Encoding.UTF8.GetBytes(plaintext);
        var blob = new byte[NonceBytes + TagBytes + secret.Length];
        var nonce = blob.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(keys.Find(keyId)!, TagBytes);
        aes.Encrypt(nonce, secret, blob.AsSpan(NonceBytes + TagBytes), blob.AsSpan(NonceBytes, TagBytes), Binding(keyId, associatedData));
        CryptographicOperations.ZeroMemory(secret);
        return $"{Format}.{keyId}.{Base64Url.EncodeToString(blob)}";
    }

    /// <summary>How a text that is protected under the active key begins.</summary>
    internal string ActivePrefix => Prefix(keys.ActiveId);

    /// <summary>Decrypts what <see cref="Protect"/> made for the same place.</summary>
    /// <exception cref="SecretUnreadableException">It was moved or altered, or its key is not in the ring.</exception>
    public string Unprotect(string protectedText, string associatedData)
    {
        var parts = protectedText.Split('.');
        if (parts is not [Format, var keyId, var encoded]
            || keys.Find(keyId) is not { } key
            || Decode(encoded) is not { Length: >= NonceBytes + TagBytes } blob)
        {
            throw new SecretUnreadableException();
        }

        return Decrypt(key, blob, Binding(keyId, associatedData));
    }

    /// <summary>How a text that is protected under that key begins.</summary>
    internal static string Prefix(string keyId) => $"{Format}.{keyId}.";

    private static string Decrypt(byte[] key, byte[] blob, byte[] binding)
    {
        var secret = new byte[blob.Length - NonceBytes - TagBytes];
        try
        {
            using var aes = new AesGcm(key, TagBytes);
            aes.Decrypt(blob.AsSpan(0, NonceBytes), blob.AsSpan(NonceBytes + TagBytes), blob.AsSpan(NonceBytes, TagBytes), secret, binding);
            return Encoding.UTF8.GetString(secret);
        }
        catch (AuthenticationTagMismatchException)
        {
            throw new SecretUnreadableException();
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
        }
    }

    /// <summary>Null unless it is the one way to write these bytes: base64 lets stray bits and blanks through, and an altered text must not pass.</summary>
    private static byte[]? Decode(string encoded)
    {
        try
        {
            var bytes = Base64Url.DecodeFromChars(encoded);
            return string.Equals(Base64Url.EncodeToString(bytes), encoded, StringComparison.Ordinal) ? bytes : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>Key ids hold no dot, so no two places and keys give the same text.</summary>
    private static byte[] Binding(string keyId, string associatedData) => Encoding.UTF8.GetBytes($"{Format}.{keyId}.{associatedData}");
}

/// <summary>A stored secret cannot be decrypted. Says nothing of its content.</summary>
public sealed class SecretUnreadableException()
    : Exception("A stored secret cannot be read with the present keys, or is not where it was written.");
