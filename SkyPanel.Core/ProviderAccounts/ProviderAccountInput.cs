using Microsoft.EntityFrameworkCore;
using SkyPanel.Core.Data;
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

/// <summary>What is wrong with what a person typed.</summary>
internal static class ProviderAccountInput
{
    /// <summary>The first fault, or null.</summary>
    /// <param name="db">Where names are looked up.</param>
    /// <param name="id">The account that is changed, or null when one is added.</param>
    /// <param name="name">The name that was typed.</param>
    /// <param name="token">The token that was typed, or null when the old one stays.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    public static async Task<(string Field, string Text)?> FaultAsync(
        SkyPanelDbContext db, Guid? id, string name, string? token, CancellationToken cancellationToken)
    {
        if (NameFault(name) is { } nameFault)
        {
            return ("name", nameFault);
        }

        if (await ProviderAccountQueries.Live(db).AnyAsync(x => x.Name == name && x.Id != id, cancellationToken))
        {
            return ("name", "Another account has this name.");
        }

        return token is not null && TokenFault(token) is { } tokenFault ? ("token", tokenFault) : null;
    }

    /// <summary>It travels in an HTTP header, so only visible ASCII.</summary>
    public static string? TokenFault(string token) => token switch
    {
        "" => "Paste the provider's API token.",
        { Length: > ProviderAccount.TokenLength } => $"At most {ProviderAccount.TokenLength} characters.",
        _ when token.Any(x => x is < '!' or > '~') => "A token has no blanks, line breaks or accented letters. Paste it again.",
        _ => null,
    };

    private static string? NameFault(string name) => name switch
    {
        "" => "Give the account a name.",
        { Length: > ProviderAccount.NameLength } => $"At most {ProviderAccount.NameLength} characters.",
        _ => null,
    };
}
