using System.ComponentModel.DataAnnotations;
using SkyPanel.Providers.Http.Limits;

namespace SkyPanel.Providers.Http;

/// <summary>How patient one account's pipeline is. Configuration section <c>Providers:Http</c>; kept for each account by itself.</summary>
internal sealed class ProviderHttpOptions
{
    public const string Section = "Providers:Http";

    /// <summary>For one try of a call that may be repeated.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:02:00")]
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>For a whole call with its waits and tries; also the one try of a POST.</summary>
    [Range(typeof(TimeSpan), "00:00:00.200", "00:05:00")]
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Tries after the first, for calls that may be repeated.</summary>
    [Range(0, 10)]
    public int MaxRetries { get; set; } = 3;

    /// <summary>The middle of the first wait; later ones grow from it, with jitter.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:00:30")]
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Repeated tries as a share of calls, once the first few are used up: an outage must not multiply our traffic.</summary>
    [Range(0.0, 1.0)]
    public double RetryShare { get; set; } = 0.1;

    /// <summary>Calls of one account at a time.</summary>
    [Range(1, 1000)]
    public int MaxConcurrentCalls { get; set; } = 32;

    /// <summary>Calls of one account that may wait for their turn.</summary>
    [Range(0, 100_000)]
    public int MaxQueuedCalls { get; set; } = 1000;

    /// <summary>The share of every limit, and of the calls at a time, that background work leaves to people and creates.</summary>
    [Range(0.0, 0.9)]
    public double ShareForPeople { get; set; } = 0.4;

    /// <summary>
    /// Other limits than the vendors publish, by provider and limit (<c>RateLimits:digitalocean:minute:Permits</c>). The names stand in
    /// docs/providers; an unknown one is refused.
    /// </summary>
    public Dictionary<string, Dictionary<string, RateLimitOptions>> RateLimits { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How far back latency and error share of an account's health go.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "1.00:00:00")]
    public TimeSpan HealthSpan { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The share of failed tries that opens the breaker.</summary>
    [Range(0.05, 1.0)]
    public double BreakerFailureShare { get; set; } = 0.5;

    /// <summary>Fewer tries than this within the sampling span never open the breaker.</summary>
    [Range(2, 10_000)]
    public int BreakerMinimumCalls { get; set; } = 10;

    /// <summary>Over which span failures are counted.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan BreakerSampling { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an open breaker lets nothing through.</summary>
    [Range(typeof(TimeSpan), "00:00:00.500", "00:10:00")]
    public TimeSpan BreakerPause { get; set; } = TimeSpan.FromSeconds(5);
}
