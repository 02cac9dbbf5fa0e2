using SkyPanel.Simulator.State;

namespace SkyPanel.Simulator.Faults;

/// <summary>How a new machine comes about: how long it takes, and whether it comes about at all.</summary>
internal sealed record Provisioning(double Seconds, bool Fails)
{
    public static Provisioning Of(HttpContext http, SimulatorTimings timings)
    {
        var fault = FaultMiddleware.FaultOf(http);
        var seconds = fault?.Kind is FaultKind.SlowProvisioning or FaultKind.FailedProvisioning ? fault.Seconds : null;
        return new Provisioning(seconds ?? timings.ProvisioningSeconds, fault?.Kind is FaultKind.FailedProvisioning);
    }

    public static TimeSpan LagOf(HttpContext http)
        => FaultMiddleware.FaultOf(http) is { Kind: FaultKind.StaleList, Seconds: { } seconds } ? TimeSpan.FromSeconds(seconds) : TimeSpan.Zero;
}
