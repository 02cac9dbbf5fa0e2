namespace SkyPanel.Simulator.State;

/// <summary>When a job starts and ends.</summary>
internal sealed record Span(DateTimeOffset Start, DateTimeOffset End)
{
    public static Span From(DateTimeOffset start, double seconds) => new(start, start.AddSeconds(seconds));

    /// <summary>From 0 to 1; a job without length is done at once.</summary>
    public double ProgressAt(DateTimeOffset now)
        => now >= End ? 1 : Math.Clamp((now - Start) / (End - Start), 0, 1);
}
