using SkyPanel.Simulator.State;

namespace SkyPanel.Simulator.Control;

/// <summary>How to move the clock; <see cref="Now"/> is set first, then it advances, then it is held or let go.</summary>
internal sealed record ClockChange(DateTimeOffset? Now, double? AdvanceSeconds, bool? Frozen);

/// <summary>Time as the vendors' sides see it.</summary>
internal static class ClockEndpoints
{
    public static void MapClock(this RouteGroupBuilder group)
    {
        group.MapGet("/clock", (SimulatorClock clock) => Show(clock));
        group.MapPut("/clock", SetAsync);
    }

    private static async Task<IResult> SetAsync(HttpRequest request, SimulatorClock clock, CancellationToken cancellationToken)
    {
        var change = await ControlJson.ReadAsync<ClockChange>(request, cancellationToken);
        if (change is null or { Now: null, AdvanceSeconds: null, Frozen: null })
        {
            return ControlEndpoints.Refuse("now, advance_seconds or frozen is needed");
        }

        if (change.Now is { } moment)
        {
            clock.MoveTo(moment.ToUniversalTime());
        }

        clock.Advance(TimeSpan.FromSeconds(change.AdvanceSeconds ?? 0));
        if (change.Frozen is { } frozen)
        {
            clock.Freeze(frozen);
        }

        return Show(clock);
    }

    private static IResult Show(SimulatorClock clock) => ControlEndpoints.Json(new { Now = clock.GetUtcNow(), Frozen = clock.IsFrozen });
}
