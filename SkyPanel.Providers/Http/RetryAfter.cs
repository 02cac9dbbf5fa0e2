using System.Globalization;
using System.Net;

namespace SkyPanel.Providers.Http;

/// <summary>Reads how long a vendor asks us to wait. The header can be absent, negative, huge, a date or nonsense.</summary>
internal static class RetryAfter
{
    public static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    public static TimeSpan? Read(ProviderResponse response, DateTimeOffset now)
        => FromHeader(response.Header("Retry-After"), now) ?? FromReset(response, now);

    private static TimeSpan? FromHeader(string? value, DateTimeOffset now)
    {
        if (double.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds))
        {
            return Clamp(seconds);
        }

        return DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? Clamp((date - now).TotalSeconds)
            : null;
    }

    /// <summary>Some refusals for rate tell only the second at which the oldest call is forgotten.</summary>
    private static TimeSpan? FromReset(ProviderResponse response, DateTimeOffset now)
    {
        if (response.Status != HttpStatusCode.TooManyRequests)
        {
            return null;
        }

        var reset = response.Header("ratelimit-reset") ?? response.Header("X-RateLimit-Reset");
        return long.TryParse(reset, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var epoch)
            ? Clamp(epoch - now.ToUnixTimeSeconds())
            : null;
    }

    private static TimeSpan Clamp(double seconds)
        => TimeSpan.FromSeconds(Math.Clamp(double.IsNaN(seconds) ? 1 : seconds, Shortest.TotalSeconds, Longest.TotalSeconds));
}
