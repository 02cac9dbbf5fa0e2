using System.Globalization;

namespace SkyPanel.Providers.Http;

/// <summary>Reads the vendors' times; one without zone is UTC.</summary>
internal static class WireTime
{
    public static DateTimeOffset? Parse(string? text)
        => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : null;
}
