using System.Globalization;
using SkyPanel.Simulator.Control;
using SkyPanel.Simulator.Rates;

namespace SkyPanel.Simulator.DigitalOcean;

/// <summary>The published limits of a token: so many in any hour, and so many in any minute.</summary>
internal static class DigitalOceanRates
{
    public static RateBucket Hourly { get; } = new("hourly", 5000, TimeSpan.FromHours(1));

    public static RateBucket Burst { get; } = RateBucket.PerMinute("burst", 250);

    public static IReadOnlyList<RateBucket> All { get; } = [Hourly, Burst];

    /// <summary>
    /// Counts the request and writes the headers, which speak of the hour; only a refused burst says when to come back.
    /// True when the request is refused. What the burst refuses does not count for the hour.
    /// </summary>
    public static bool Refuses(HttpContext http, string token)
    {
        var limits = http.RequestServices.GetRequiredService<RateLimits>();
        var burst = limits.Take<SlidingWindow>(Vendor.DigitalOcean, token, Burst, Burst.Name);
        var hour = limits.Take<SlidingWindow>(Vendor.DigitalOcean, token, Hourly, Hourly.Name, counts: !burst.IsRefused);
        var headers = http.Response.Headers;
        headers["ratelimit-limit"] = hour.Limit.ToString(CultureInfo.InvariantCulture);
        headers["ratelimit-remaining"] = hour.Remaining.ToString(CultureInfo.InvariantCulture);
        headers["ratelimit-reset"] = hour.Reset.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        if (burst.IsRefused)
        {
            headers.RetryAfter = burst.SecondsFrom(limits.Now).ToString(CultureInfo.InvariantCulture);
        }

        return burst.IsRefused || hour.IsRefused;
    }
}
