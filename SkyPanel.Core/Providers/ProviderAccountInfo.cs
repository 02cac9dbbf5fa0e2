namespace SkyPanel.Core.Providers;

/// <summary>What a provider tells of the account that a token speaks for.</summary>
/// <param name="Name">E-mail address, company or user name: enough for an admin to recognise it.</param>
/// <param name="InstanceLimit">How many machines it may have, or null when the provider does not tell.</param>
/// <param name="Warning">What the provider wants its owner to know (a locked account, an unpaid bill), or null.</param>
public sealed record ProviderAccountInfo(string Name, int? InstanceLimit, string? Warning)
{
    /// <summary>What the token may do, in the provider's words; null when the provider does not tell.</summary>
    public IReadOnlyList<string>? Scopes { get; init; }

    /// <summary>When the token ends, UTC; null when never, or when the provider does not tell.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
