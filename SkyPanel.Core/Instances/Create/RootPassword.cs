using System.Security.Cryptography;

namespace SkyPanel.Core.Instances.Create;

/// <summary>Makes root passwords: strong enough for every provider's rules, and readable aloud without guessing.</summary>
internal static class RootPassword
{
    private const int Length = 24;
    private const string Letters = "abcdefghijkmnpqrstuvwxyz";
    private const string Capitals = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const string Digits = "23456789";
    private const string Signs = "-_.+";

    /// <summary>24 characters with at least one of each kind, some 135 bits of chance.</summary>
    public static string Make()
    {
        string password;
        do
        {
            password = RandomNumberGenerator.GetString(Letters + Capitals + Digits + Signs, Length);
        }
        while (!HasEach(password));

        return password;
    }

    private static bool HasEach(string password) =>
        new[] { Letters, Capitals, Digits, Signs }.All(kind => password.Any(x => kind.Contains(x, StringComparison.Ordinal)));
}
