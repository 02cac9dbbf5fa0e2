namespace SkyPanel.Core.Providers;

/// <summary>A provider's failure in our words.</summary>
/// <param name="Code">Why.</param>
/// <param name="Text">What happened and what to do, safe for customers: no vendor text, no vendor name, no secret.</param>
/// <param name="AdminText">The vendor's own words with the HTTP status, for admins; never a token, header or request body.</param>
/// <param name="Retryable">Whether the same request may work later without any change.</param>
/// <param name="Outcome">Whether the provider may have done what was asked.</param>
/// <param name="Field">Our name of the field that the provider objects to, if it told.</param>
/// <param name="RetryAfter">How long to wait before trying again, if it told; clamped to a sensible span.</param>
/// <param name="ProviderRequestId">The provider's own id of the request, for its support.</param>
public sealed record ProviderError(
    ProviderErrorCode Code,
    string Text,
    string AdminText,
    bool Retryable,
    ProviderOutcome Outcome = ProviderOutcome.None,
    string? Field = null,
    TimeSpan? RetryAfter = null,
    string? ProviderRequestId = null)
{
    /// <summary>Ours of the call: the trace that it belongs to, else made for it. For support, together with <see cref="AdminText"/>.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>Where there is capacity instead, if the provider told; empty when not.</summary>
    public IReadOnlyList<string> AvailableRegionIds { get; init; } = [];
}

/// <summary>What a failed call may have done at the provider.</summary>
public enum ProviderOutcome
{
    /// <summary>Nothing: it was refused, or provably never sent.</summary>
    None,

    /// <summary>Not known: it was sent and no clear answer came back. Look before doing anything else.</summary>
    Unknown,
}
