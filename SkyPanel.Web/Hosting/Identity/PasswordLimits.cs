namespace SkyPanel.Web.Hosting.Identity;

/// <summary>How long a password may be, in characters.</summary>
internal static class PasswordLimits
{
    public const int Shortest = 10;

    /// <summary>Enough for any passphrase; hashing a megabyte would be a cheap way to keep the server busy.</summary>
    public const int Longest = 128;
}
