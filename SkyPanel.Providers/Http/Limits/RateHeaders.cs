using System.Globalization;

namespace SkyPanel.Providers.Http.Limits;

/// <summary>What an answer tells of the limit that it was counted in. Values have been seen negative and huge.</summary>
/// <param name="Limit">Calls in the window, or null when not told or nonsense.</param>
/// <param name="Remaining">How many are left, or null when not told.</param>
/// <param name="Reset">When that changes by itself, or null when not told.</param>
internal sealed record RateHeaders(int? Limit, int? Remaining, DateTimeOffset? Reset)
{
    private static readonly TimeSpan CutOffSeconds = TimeSpan.FromSeconds(1);

    public static RateHeaders Read(ProviderResponse response, TimeSpan window, DateTimeOffset now)
    {
        var limit = Number(response, "Limit");
        var remaining = Number(response, "Remaining");
        return new RateHeaders(
            limit is > 0 ? Narrow(limit.Value) : null,
            remaining is { } left ? Narrow(left) : null,
            Number(response, "Reset") is { } epoch ? ResetAt(epoch, window, now) : null);
    }

    /// <summary>The header has whole seconds: what it names may be almost one later.</summary>
    private static DateTimeOffset ResetAt(long epoch, TimeSpan window, DateTimeOffset now)
        => now + TimeSpan.FromSeconds(Math.Clamp(epoch - now.ToUnixTimeSeconds(), 0, window.TotalSeconds)) + CutOffSeconds;

    private static int Narrow(long number) => (int)Math.Clamp(number, 0, int.MaxValue);

    private static long? Number(ProviderResponse response, string name)
        => long.TryParse(
            response.Header($"X-RateLimit-{name}") ?? response.Header($"RateLimit-{name}"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
