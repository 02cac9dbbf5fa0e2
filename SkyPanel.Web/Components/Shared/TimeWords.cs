using System.Globalization;

namespace SkyPanel.Web.Components.Shared;

/// <summary>Moments and spans as people say them.</summary>
public static class TimeWords
{
    /// <summary>How far away a moment is: "just now", "3 min ago", "in 2 h", "12 Mar 2026".</summary>
    public static string Relative(DateTimeOffset at, DateTimeOffset now)
    {
        var distance = (now - at).Duration();
        var words = distance switch
        {
            { TotalSeconds: < 45 } => null,
            { TotalMinutes: < 60 } => Count(Math.Max(1, distance.TotalMinutes), "min"),
            { TotalHours: < 24 } => Count(distance.TotalHours, "h"),
            { TotalDays: < 2 } => "1 day",
            { TotalDays: < 30 } => Count(distance.TotalDays, "days"),
            _ => at.ToString("d MMM yyyy", CultureInfo.InvariantCulture),
        };
        return words is null ? "just now"
            : distance.TotalDays >= 30 ? words
            : at <= now ? $"{words} ago"
            : $"in {words}";
    }

    /// <summary>The moment itself, with its zone.</summary>
    public static string Exact(DateTimeOffset at) =>
        at.ToUniversalTime().ToString("d MMM yyyy, HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>"3 min 20 s": the two largest units that say something.</summary>
    public static string Span(TimeSpan span) => span switch
    {
        { TotalSeconds: < 60 } => $"{Math.Max(0, (int)span.TotalSeconds)} s",
        { TotalMinutes: < 60 } => Pair((int)span.TotalMinutes, "min", span.Seconds, "s"),
        { TotalHours: < 24 } => Pair((int)span.TotalHours, "h", span.Minutes, "min"),
        _ => Pair((int)span.TotalDays, "d", span.Hours, "h"),
    };

    private static string Count(double value, string unit) => $"{(int)value} {unit}";

    private static string Pair(int large, string largeUnit, int small, string smallUnit) =>
        small == 0 ? $"{large} {largeUnit}" : $"{large} {largeUnit} {small} {smallUnit}";
}
