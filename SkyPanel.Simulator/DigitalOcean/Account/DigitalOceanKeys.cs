using System.Globalization;
using System.Security.Cryptography;
using SkyPanel.Simulator.Http;

namespace SkyPanel.Simulator.DigitalOcean.Account;

internal sealed class DigitalOceanKey
{
    public required long Id { get; init; }

    public required string Name { get; set; }

    public required string PublicKey { get; init; }

    public required string Fingerprint { get; init; }

    public bool IsCalled(string idOrFingerprint)
        => string.Equals(Id.ToString(CultureInfo.InvariantCulture), idOrFingerprint, StringComparison.Ordinal)
            || string.Equals(Fingerprint, idOrFingerprint, StringComparison.OrdinalIgnoreCase);

    public object ToWire() => new { id = Id, public_key = PublicKey, name = Name, fingerprint = Fingerprint };
}

/// <summary>The keys of the account, found by id or by MD5 fingerprint; the same key cannot be there twice.</summary>
internal static class DigitalOceanKeys
{
    public static Answer List(DigitalOceanCall call) => DigitalOceanPage.Of(call, "ssh_keys", call.Account.Keys, key => key.ToWire());

    public static Answer Get(DigitalOceanCall call) => Answer.Ok(new { ssh_key = Key(call).ToWire() });

    public static Answer Create(DigitalOceanCall call)
    {
        if (call.Body.Text("name") is not { Length: > 0 } name)
        {
            throw DigitalOceanErrors.Unprocessable(call, "Name can't be blank");
        }

        var text = call.Body.Text("public_key")?.Trim() ?? "";
        var fingerprint = FingerprintOf(text) ?? throw DigitalOceanErrors.Unprocessable(
            call, "Key invalid type, we support 'ssh-rsa', 'ssh-dss', 'ssh-ed25519', 'ecdsa-sha2-nistp256', 'ecdsa-sha2-nistp384', or 'ecdsa-sha2-nistp521'");
        if (call.Account.Keys.Exists(existing => existing.IsCalled(fingerprint)))
        {
            throw DigitalOceanErrors.Unprocessable(call, "SSH Key is already in use on your account");
        }

        var key = new DigitalOceanKey { Id = call.Store.NextId("digitalocean-key", 44_000_000), Name = name, PublicKey = text, Fingerprint = fingerprint };
        call.Account.Keys.Add(key);
        return new Answer(StatusCodes.Status201Created, new { ssh_key = key.ToWire() });
    }

    public static Answer Update(DigitalOceanCall call)
    {
        var key = Key(call);
        key.Name = call.Body.Text("name") ?? key.Name;
        return Answer.Ok(new { ssh_key = key.ToWire() });
    }

    public static Answer Delete(DigitalOceanCall call)
    {
        call.Account.Keys.Remove(Key(call));
        return new Answer(StatusCodes.Status204NoContent);
    }

    /// <summary>MD5 of the key's blob in pairs with colons; null when the text is no public key of a kind that the vendor takes.</summary>
    private static string? FingerprintOf(string text)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var blob = new byte[text.Length];
        if (parts.Length < 2 || !IsKnownKind(parts[0]) || !Convert.TryFromBase64String(parts[1], blob, out var length))
        {
            return null;
        }

#pragma warning disable CA5351 // The vendor names keys by MD5; nothing is protected by it here.
        var hash = MD5.HashData(blob.AsSpan(0, length));
#pragma warning restore CA5351
        return string.Join(':', hash.Select(octet => octet.ToString("x2", CultureInfo.InvariantCulture)));
    }

    private static bool IsKnownKind(string kind)
        => kind is "ssh-rsa" or "ssh-dss" or "ssh-ed25519" or "ecdsa-sha2-nistp256" or "ecdsa-sha2-nistp384" or "ecdsa-sha2-nistp521";

    private static DigitalOceanKey Key(DigitalOceanCall call)
        => call.Account.Keys.Find(key => key.IsCalled(call.Id)) ?? throw DigitalOceanErrors.NotFound(call);
}
