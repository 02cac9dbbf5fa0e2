using SkyPanel.Core.Providers;

namespace SkyPanel.Core.ProviderAccounts;

/// <summary>What came of asking a provider whether an account's token is good.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Error">Why it is not, or null when it is.</param>
/// <param name="ProviderAccountName">What the provider calls the account, when it told.</param>
/// <param name="Warning">What the provider wants the account's owner to know.</param>
public sealed record ProviderAccountCheck(DateTimeOffset At, ProviderError? Error, string? ProviderAccountName, string? Warning)
{
    public bool Succeeded => Error is null;

    /// <summary>For admins.</summary>
    public string Text => Error?.AdminText ?? Warning ?? "The provider accepted the token.";

    internal static ProviderAccountCheck Passed(ProviderAccountInfo info, DateTimeOffset at) => new(at, null, info.Name, info.Warning);

    internal static ProviderAccountCheck Failed(ProviderError error, DateTimeOffset at) => new(at, error, null, null);
}
