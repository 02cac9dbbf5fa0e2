using SkyPanel.Providers.Http.Limits;

namespace SkyPanel.Providers.DigitalOcean;

/// <summary>The limits as the vendor publishes them: all calls of a token together. Its headers speak of the hour only.</summary>
internal static class DigitalOceanRateLimits
{
    public static readonly IReadOnlyList<RateRule> Rules =
    [
        new("minute", 250, TimeSpan.FromMinutes(1), RateScope.Account, RateHeaderMeaning.None, _ => true),
        new("hour", 5000, TimeSpan.FromHours(1), RateScope.Account, RateHeaderMeaning.OldestCall, _ => true),
    ];
}
