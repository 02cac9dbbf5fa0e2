namespace SkyPanel.Core.Providers;

/// <summary>How calls over one account are going, as this process sees them. Numbers only, no names and no secrets.</summary>
/// <param name="LastSuccessAt">When the provider last gave a sound answer, UTC; a refusal is one. Null when never since the start.</param>
/// <param name="MedianLatency">Half of the recent sound answers came faster, waits for a turn aside; null without any.</param>
/// <param name="Tries">How many recent tries the numbers are from.</param>
/// <param name="ErrorShare">The part of them that got no answer, none in time, or one with status 5xx; 0 to 1.</param>
/// <param name="Breaker">Whether calls go out at all.</param>
/// <param name="Queued">Calls that wait for their turn.</param>
/// <param name="InFlight">Calls under way.</param>
/// <param name="Room">What is left under each of the provider's limits that was used so far.</param>
public sealed record ProviderHealth(
    DateTimeOffset? LastSuccessAt,
    TimeSpan? MedianLatency,
    int Tries,
    double ErrorShare,
    ProviderBreakerState Breaker,
    int Queued,
    int InFlight,
    IReadOnlyList<ProviderRateRoom> Room);

/// <summary>One limit of a provider.</summary>
/// <param name="Name">For admins.</param>
/// <param name="Permits">Calls within the window; what the provider told, where that is less than it publishes.</param>
/// <param name="Window">The window.</param>
/// <param name="Left">Calls that may start now.</param>
public sealed record ProviderRateRoom(string Name, int Permits, TimeSpan Window, int Left);

/// <summary>Whether calls over an account go out.</summary>
public enum ProviderBreakerState
{
    /// <summary>They do.</summary>
    Closed,

    /// <summary>After a pause, one is let through to see.</summary>
    Trying,

    /// <summary>They are refused at once: too many failed just now.</summary>
    Open,
}
