namespace SkyPanel.Web.Hosting.Identity;

/// <summary>Where to go after signing in: a page of ours, whatever the address bar asks for.</summary>
internal static class ReturnAddress
{
    public const string Home = "/";

    public static string Local(string? address) =>
        address is ['/', ..] && !address.StartsWith("//", StringComparison.Ordinal) && !address.Contains('\\', StringComparison.Ordinal)
            && !address.Any(char.IsControl)
            ? address
            : Home;
}
