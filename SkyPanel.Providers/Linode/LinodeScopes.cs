using SkyPanel.Core.Providers;
using SkyPanel.Providers.Http;

namespace SkyPanel.Providers.Linode;

/// <summary>What a token may do, as the vendor tells with every answer.</summary>
internal static class LinodeScopes
{
    private static readonly string[] Enough = ["*", "linodes:*", "linodes:read_write"];

    /// <summary>The scopes, or null when the vendor does not tell.</summary>
    /// <exception cref="ProviderException">InsufficientScope when the token may not manage machines.</exception>
    public static IReadOnlyList<string>? Require(string? scopes)
    {
        var granted = scopes?.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        if (granted.Length > 0 && !granted.Intersect(Enough, StringComparer.Ordinal).Any())
        {
            throw ErrorNormalizer.Refuse(ProviderErrorCode.InsufficientScope, "The token lacks the scope linodes:read_write");
        }

        return granted.Length > 0 ? granted : null;
    }
}
