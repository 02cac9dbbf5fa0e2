using SkyPanel.Core.Providers;
using SkyPanel.Providers.Http;

namespace SkyPanel.Providers.Linode;

/// <summary>When the account's token ends. The vendor tells to tokens that may read the account, and lists the beginning of each.</summary>
internal static class LinodeTokens
{
    private const int ShortestBeginning = 8;

    /// <summary>Null when it has no end or none is told: no reason to call a good token bad.</summary>
    public static async Task<DateTimeOffset?> ExpiryAsync(ProviderHttpClient client, IReadOnlyList<string>? scopes, CancellationToken cancellationToken)
    {
        if (scopes?.Any(x => x is "*" || x.StartsWith("account:", StringComparison.Ordinal)) is false)
        {
            return null;
        }

        try
        {
            var tokens = await client.ListAsync<LinodeToken>("profile/tokens", x => x.Id, cancellationToken);
            return WireTime.Parse(tokens.FirstOrDefault(x => x.Token is { Length: >= ShortestBeginning } beginning && client.TokenBeginsWith(beginning))?.Expiry);
        }
        catch (ProviderException)
        {
            return null;
        }
    }
}

internal sealed record LinodeToken(long Id, string? Token = null, string? Expiry = null);
