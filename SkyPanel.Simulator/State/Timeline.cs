namespace SkyPanel.Simulator.State;

/// <summary>A status that holds until a moment (exclusive).</summary>
internal sealed record Phase(string Status, DateTimeOffset Until);

/// <summary>
/// The statuses that a machine passes through on its own, and the one in which it then rests.
/// Read with a clock, so that nothing has to tick.
/// </summary>
internal sealed record Timeline(string Settled, IReadOnlyList<Phase> Phases)
{
    public static Timeline At(string status) => new(status, []);

    public string StatusAt(DateTimeOffset now) => Phases.FirstOrDefault(phase => now < phase.Until)?.Status ?? Settled;

    public bool IsBusyAt(DateTimeOffset now) => Phases.Count > 0 && now < Phases[^1].Until;
}
