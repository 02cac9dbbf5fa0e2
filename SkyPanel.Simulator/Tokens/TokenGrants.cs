using SkyPanel.Simulator.Control;
using SkyPanel.Simulator.State;

namespace SkyPanel.Simulator.Tokens;

/// <summary>What the control says of a token; where it is silent, the token's beginning decides, so that a test need not set anything up.</summary>
internal static class TokenGrants
{
    private static readonly string[] ReadingLinode =
        [.. new[] { "account", "domains", "events", "firewall", "images", "ips", "linodes", "stackscripts", "volumes", "vpc" }.Select(area => area + ":read_only")];

    public static TokenGrant Of(SimulatorStore store, string vendor, string token)
        => store.Run(() => store.State.Grants.GetValueOrDefault(Key(vendor, token))) ?? ByPrefix(vendor, token);

    public static void Set(SimulatorStore store, string vendor, string token, TokenGrant? grant) => store.Change(() =>
    {
        if (grant is null)
        {
            return store.State.Grants.Remove(Key(vendor, token));
        }

        store.State.Grants[Key(vendor, token)] = grant;
        return true;
    });

    private static string Key(string vendor, string token) => $"{vendor} {token}";

    private static TokenGrant ByPrefix(string vendor, string token)
    {
        var isLinode = string.Equals(vendor, Vendor.Linode, StringComparison.Ordinal);
        return token switch
        {
            "" => TokenGrant.Unknown,
            _ when token.StartsWith("invalid", StringComparison.Ordinal) => TokenGrant.Unknown,
            _ when token.StartsWith("readonly", StringComparison.Ordinal) && isLinode => TokenGrant.Full with { IsRestricted = true },
            _ when token.StartsWith("noscope", StringComparison.Ordinal) && isLinode => TokenGrant.Full with { Scopes = ReadingLinode },
            _ when token.StartsWith("noscope", StringComparison.Ordinal) || token.StartsWith("readonly", StringComparison.Ordinal) => TokenGrant.Full with { Scopes = ["*:read"] },
            _ => TokenGrant.Full,
        };
    }
}
