using System.Security.Cryptography;
using SkyPanel.Core.Providers;
using SkyPanel.Providers.Http;

namespace SkyPanel.Providers.DigitalOcean;

/// <summary>
/// Gets keys onto the account, where a create can name them by fingerprint. A key that is there already is used and never removed: another
/// customer may have the same. All of it comes before the create, so no failure here leaves a machine in doubt.
/// </summary>
internal sealed class SshKeyRegistry(ProviderHttpClient client)
{
    private const string Keys = "account/keys";

    /// <summary>The fingerprints, in the order of the keys.</summary>
    public async Task<IReadOnlyList<string>> RegisterAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        var fingerprints = new List<string>(keys.Count);
        foreach (var (key, fingerprint) in keys.Select(x => (x.Trim(), Fingerprint(x))).DistinctBy(x => x.Item2, StringComparer.Ordinal))
        {
            await EnsureAsync(key, fingerprint, cancellationToken);
            fingerprints.Add(fingerprint);
        }

        return fingerprints;
    }

    /// <summary>The MD5 fingerprint that the vendor goes by; an address of a key, not a protection.</summary>
    internal static string Fingerprint(string key)
    {
        var parts = key.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var blob = new byte[key.Length];
        if (parts.Length < 2 || !Convert.TryFromBase64String(parts[1], blob, out var length) || length == 0)
        {
            throw ErrorNormalizer.Refuse(ProviderErrorCode.Validation, "A public key is not in OpenSSH's form", Fields.Keys);
        }

#pragma warning disable CA5351 // The vendor addresses keys by MD5; nothing relies on its strength.
        return string.Join(':', MD5.HashData(blob.AsSpan(0, length)).Select(x => x.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
#pragma warning restore CA5351
    }

    private async Task EnsureAsync(string key, string fingerprint, CancellationToken cancellationToken)
    {
        if (await IsKnownAsync(fingerprint, cancellationToken))
        {
            return;
        }

        try
        {
            await client.PostAsync(Keys, new SshKeyRequest($"skypanel {fingerprint}", key), cancellationToken);
        }
        catch (ProviderException exception)
        {
            await AcceptIfKnownAsync(exception, fingerprint, cancellationToken);
        }
    }

    /// <summary>Somebody else's create may have registered it meanwhile, or ours did and the answer was lost.</summary>
    private async Task AcceptIfKnownAsync(ProviderException exception, string fingerprint, CancellationToken cancellationToken)
    {
        var mayBeThere = exception.Error is { Code: ProviderErrorCode.DuplicateResource } or { Outcome: ProviderOutcome.Unknown };
        if (!mayBeThere || !await IsKnownAsync(fingerprint, cancellationToken))
        {
            throw new ProviderException(exception.Error with { Outcome = ProviderOutcome.None });
        }
    }

    private async Task<bool> IsKnownAsync(string fingerprint, CancellationToken cancellationToken)
        => await client.FindAsync<SshKeyAnswer>($"{Keys}/{fingerprint}", cancellationToken) is not null;
}
