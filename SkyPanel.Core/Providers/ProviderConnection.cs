namespace SkyPanel.Core.Providers;

/// <summary>What is needed to speak for one configured account. Holds the token in clear, so it is never logged, stored or shown.</summary>
/// <param name="AccountId">The account; limiter, breaker and bulkhead are kept for each.</param>
/// <param name="Type">Which adapter.</param>
/// <param name="Token">The bearer token, in clear.</param>
/// <param name="Endpoint">The API's base address when it is not the vendor's own: the simulator in Development and Bench.</param>
/// <param name="Priority">Who waits for the calls that are made over it.</param>
public sealed record ProviderConnection(
    Guid AccountId, ProviderType Type, string Token, Uri? Endpoint = null, ProviderPriority Priority = ProviderPriority.Person)
{
    public override string ToString() => $"{Type} account {AccountId}";
}
