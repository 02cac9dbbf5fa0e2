using SkyPanel.Simulator.Http;

namespace SkyPanel.Simulator.Linode.Instances;

/// <summary>Boot, shutdown and reboot answer <c>{}</c> at once and take their time.</summary>
internal static class LinodePower
{
    public static Answer Boot(LinodeCall call)
    {
        var machine = call.IdleMachine();
        return IsRunning(call, machine)
            ? LinodeErrors.One(StatusCodes.Status400BadRequest, $"Linode {machine.Id} already booted.")
            : Start(call, machine, BootJob(call));
    }

    /// <summary>A machine that is off already is no error: the answer is the same and nothing happens.</summary>
    public static Answer Shutdown(LinodeCall call)
    {
        var machine = call.IdleMachine();
        return IsRunning(call, machine)
            ? Start(call, machine, new LinodeJob("linode_shutdown", "shutting_down", "offline", call.Store.Timings.ShutdownSeconds))
            : Answer.Ok(new { });
    }

    /// <summary>A machine that is off is booted instead.</summary>
    public static Answer Reboot(LinodeCall call)
    {
        var machine = call.IdleMachine();
        return Start(call, machine, IsRunning(call, machine)
            ? new LinodeJob("linode_reboot", "rebooting", "running", call.Store.Timings.RebootSeconds)
            : BootJob(call));
    }

    private static LinodeJob BootJob(LinodeCall call) => new("linode_boot", "booting", "running", call.Store.Timings.BootSeconds);

    private static bool IsRunning(LinodeCall call, LinodeMachine machine)
        => string.Equals(machine.Timeline.StatusAt(call.Now), "running", StringComparison.Ordinal);

    private static Answer Start(LinodeCall call, LinodeMachine machine, LinodeJob job)
    {
        if (machine.Image is null)
        {
            // The vendor's words for this case are not recorded.
            return LinodeErrors.One(StatusCodes.Status400BadRequest, "Linode has no configuration profile to boot.");
        }

        LinodeJobs.Run(call.Store, call.Account, machine, job);
        return Answer.Ok(new { });
    }
}
