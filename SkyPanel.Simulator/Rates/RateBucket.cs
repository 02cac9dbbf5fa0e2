namespace SkyPanel.Simulator.Rates;

/// <summary>So many requests in a window of time.</summary>
internal sealed record RateBucket(string Name, int Limit, TimeSpan Window)
{
    public static RateBucket PerMinute(string name, int limit) => new(name, limit, TimeSpan.FromMinutes(1));
}

/// <summary>What a vendor says of the caller's share.</summary>
/// <param name="Remaining">Requests that are left after this one.</param>
/// <param name="Reset">When the window ends, or the oldest counted request expires.</param>
/// <param name="IsRefused">The share was used up before this request; it was not counted.</param>
internal sealed record RateStanding(int Limit, int Remaining, DateTimeOffset Reset, bool IsRefused)
{
    /// <summary>Whole seconds until the reset, at least one.</summary>
    public int SecondsFrom(DateTimeOffset now) => Math.Max(1, (int)Math.Ceiling((Reset - now).TotalSeconds));
}
