namespace SkyPanel.Simulator.State;

/// <summary>A machine that was deleted: lists that lag still show it for a while.</summary>
internal sealed record GoneMachine<T>(T Machine, DateTimeOffset At);

/// <summary>Lists as they were some time ago.</summary>
internal static class LaggingList
{
    private const int Remembered = 100;

    /// <summary>What was there then: nothing that is younger, and what has been deleted since.</summary>
    public static IReadOnlyList<T> At<T>(IReadOnlyList<T> machines, IEnumerable<GoneMachine<T>> gone, Func<T, DateTimeOffset> created, DateTimeOffset then)
        => [.. machines.Concat(gone.Where(entry => entry.At > then).Select(entry => entry.Machine)).Where(machine => created(machine) <= then)];

    public static void Bury<T>(List<GoneMachine<T>> gone, T machine, DateTimeOffset now)
    {
        gone.Add(new GoneMachine<T>(machine, now));
        if (gone.Count > Remembered)
        {
            gone.RemoveAt(0);
        }
    }
}
