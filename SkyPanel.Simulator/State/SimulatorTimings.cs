namespace SkyPanel.Simulator.State;

/// <summary>How long things take, in seconds. A change counts for what begins after it.</summary>
internal sealed record SimulatorTimings
{
    public double ProvisioningSeconds { get; init; } = 4;

    public double BootSeconds { get; init; } = 3;

    public double ShutdownSeconds { get; init; } = 2;

    public double RebootSeconds { get; init; } = 3;

    /// <summary>DigitalOcean sets tags after the droplet exists: the time in which it is listed without them.</summary>
    public double TagDelaySeconds { get; init; } = 0.15;
}
