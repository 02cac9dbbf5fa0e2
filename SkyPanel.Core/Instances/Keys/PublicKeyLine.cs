using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SkyPanel.Core.Instances.Keys;

/// <summary>One OpenSSH public key line, checked: a known type, and a body that says the same type (RFC 4253, 6.6).</summary>
/// <param name="Text">Type and body, without the comment.</param>
/// <param name="Fingerprint"><c>SHA256:</c> and the unpadded base64 of the body's hash.</param>
/// <param name="Comment">What stood behind the body, or empty.</param>
public sealed record PublicKeyLine(string Text, string Fingerprint, string Comment)
{
    private static readonly HashSet<string> Types = new(StringComparer.Ordinal)
    {
        "ssh-ed25519", "ssh-rsa", "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521",
        "sk-ssh-ed25519@openssh.com", "sk-ecdsa-sha2-nistp256@openssh.com",
    };

    /// <summary>The key in a pasted line, or null when it is not one; a private key never passes.</summary>
    public static PublicKeyLine? Parse(string? text)
    {
        var parts = (text ?? "").Trim().Split(' ', 3, StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2 || text!.Trim().Contains('\n', StringComparison.Ordinal) || !Types.Contains(parts[0]))
        {
            return null;
        }

        var body = new byte[parts[1].Length];
        if (!Convert.TryFromBase64String(parts[1], body, out var length) || !Says(body.AsSpan(0, length), parts[0]))
        {
            return null;
        }

        var hash = Convert.ToBase64String(SHA256.HashData(body.AsSpan(0, length))).TrimEnd('=');
        return new PublicKeyLine($"{parts[0]} {parts[1]}", $"SHA256:{hash}", parts.Length == 3 ? parts[2].Trim() : "");
    }

    private static bool Says(ReadOnlySpan<byte> body, string type) =>
        body.Length > 4 + type.Length
        && BinaryPrimitives.ReadUInt32BigEndian(body) == type.Length
        && body.Slice(4, type.Length).SequenceEqual(Encoding.ASCII.GetBytes(type));
}
