namespace SkyPanel.Providers.Http.Limits;

/// <summary>Replaces a vendor's published limit: it changed, or the account has another. What is left out stays as published.</summary>
internal sealed class RateLimitOptions
{
    private const int MostPermits = 100_000;

    /// <summary>Calls within the window, 1 to 100,000.</summary>
    public int? Permits { get; set; }

    /// <summary>From a second to a day.</summary>
    public TimeSpan? Window { get; set; }

    public bool IsValid => Permits is null or (>= 1 and <= MostPermits)
        && (Window is not { } window || (window >= TimeSpan.FromSeconds(1) && window <= TimeSpan.FromDays(1)));
}
