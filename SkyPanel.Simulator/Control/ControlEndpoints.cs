using SkyPanel.Simulator.Faults;
using SkyPanel.Simulator.Http;
using SkyPanel.Simulator.Rates;
using SkyPanel.Simulator.State;

namespace SkyPanel.Simulator.Control;

/// <summary>The simulator's own side: look behind the vendors' backs, change things there, order faults. No token is asked for.</summary>
internal static class ControlEndpoints
{
    public static void MapControl(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/_control");
        group.MapGet("/health", () => Results.Ok(new { status = "ok" }));
        group.MapPost("/reset", Reset);
        group.MapGet("/timings", (SimulatorStore store) => Json(store.Timings));
        group.MapPut("/timings", SetTimingsAsync);
        group.MapGet("/requests", (RequestLog log) => ToWire(log));
        group.MapDelete("/requests", (RequestLog log) => Done(log.Clear));
        group.MapGet("/faults", (FaultPlan plan) => Json(plan.All()));
        group.MapPost("/faults", AddFaultAsync);
        group.MapDelete("/faults", (FaultPlan plan) => Done(plan.Clear));
        group.MapDelete("/faults/{id:long}", (long id, FaultPlan plan) => plan.Remove(id) ? Results.NoContent() : Results.NotFound());
        group.MapMachines();
        group.MapLimits();
        group.MapAccounts();
        group.MapTokens();
        group.MapClock();
        group.MapCatalogue();
    }

    public static IResult Json(object body, int status = StatusCodes.Status200OK) => Results.Json(body, ControlJson.Options, statusCode: status);

    public static IResult Refuse(string problem) => Json(new { error = problem }, StatusCodes.Status400BadRequest);

    private static IResult Reset(SimulatorStore store, RequestLog log, FaultPlan plan, RateLimits rates, SimulatorClock clock) => Done(() =>
    {
        clock.Reset();
        store.Reset();
        log.Clear();
        plan.Clear();
        rates.Clear();
    });

    private static IResult Done(Action action)
    {
        action();
        return Results.NoContent();
    }

    private static async Task<IResult> SetTimingsAsync(HttpRequest request, SimulatorStore store, CancellationToken cancellationToken)
    {
        var body = await JsonBody.ReadAsync(request, cancellationToken);
        if (body is null)
        {
            return Refuse("a JSON object is needed");
        }

        var now = store.Timings;
        store.Timings = new SimulatorTimings
        {
            ProvisioningSeconds = body.Number("provisioning_seconds") ?? now.ProvisioningSeconds,
            BootSeconds = body.Number("boot_seconds") ?? now.BootSeconds,
            ShutdownSeconds = body.Number("shutdown_seconds") ?? now.ShutdownSeconds,
            RebootSeconds = body.Number("reboot_seconds") ?? now.RebootSeconds,
            TagDelaySeconds = body.Number("tag_delay_seconds") ?? now.TagDelaySeconds,
        };
        return Json(store.Timings);
    }

    private static async Task<IResult> AddFaultAsync(HttpRequest request, FaultPlan plan, CancellationToken cancellationToken)
    {
        var fault = await ControlJson.ReadAsync<Fault>(request, cancellationToken);
        return fault?.Problem() is { } problem
            ? Refuse(problem)
            : fault is null ? Refuse("a JSON object is needed") : Json(plan.Add(fault), StatusCodes.Status201Created);
    }

    private static IResult ToWire(RequestLog log)
    {
        var (total, counts, latest) = log.Read();
        return Json(new { total, counts, requests = latest });
    }
}
