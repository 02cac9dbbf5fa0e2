using SkyPanel.Core.Providers;

namespace SkyPanel.Core.ProviderAccounts;

/// <summary>An account to add.</summary>
/// <param name="Name">What the house calls it.</param>
/// <param name="Type">A provider that has an adapter.</param>
/// <param name="Token">Its API token, in clear.</param>
public sealed record NewProviderAccount(string Name, ProviderType Type, string Token)
{
    public override string ToString() => $"{Type} account '{Name}'";
}

/// <summary>What to change of an account.</summary>
/// <param name="Name">What the house calls it.</param>
/// <param name="NewToken">In clear; null or blank keeps the one that it has.</param>
/// <param name="Version">The version that the change is based on.</param>
public sealed record ProviderAccountEdit(string Name, string? NewToken, int Version)
{
    public override string ToString() => $"account '{Name}'";
}

/// <summary>What is wrong with what a person typed, or null.</summary>
internal static class ProviderAccountInput
{
    public static string? NameFault(string name) => name switch
    {
        "" => "Give the account a name.",
        { Length: > ProviderAccount.NameLength } => $"At most {ProviderAccount.NameLength} characters.",
        _ => null,
    };

    /// <summary>It travels in an HTTP header, so only visible ASCII.</summary>
    public static string? TokenFault(string token) => token switch
    {
        "" => "Paste the provider's API token.",
        { Length: > ProviderAccount.TokenLength } => $"At most {ProviderAccount.TokenLength} characters.",
        _ when token.Any(x => x is < '!' or > '~') => "A token has no blanks, line breaks or accented letters. Paste it again.",
        _ => null,
    };
}
