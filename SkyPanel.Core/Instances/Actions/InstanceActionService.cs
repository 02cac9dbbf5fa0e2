using SkyPanel.Core.Access;
using SkyPanel.Core.Operations;
using SkyPanel.Core.Providers;

namespace SkyPanel.Core.Instances.Actions;

/// <summary>Takes requests to change a machine that exists. Each is written down and carried out by a worker; one at a time an instance.</summary>
public sealed class InstanceActionService(ActionIntake intake)
{
    public Task<ActionOutcome> BootAsync(Actor actor, Guid instanceId, Guid requestId, CancellationToken cancellationToken) =>
        intake.TakeAsync(actor, new ActionRequest(OperationKind.Boot, instanceId, requestId, Permission.ManageInstances), RefusePower, cancellationToken);

    /// <summary>Asks the operating system to stop. A stopped machine still costs what a running one does.</summary>
    public Task<ActionOutcome> ShutDownAsync(Actor actor, Guid instanceId, Guid requestId, CancellationToken cancellationToken) =>
        intake.TakeAsync(actor, new ActionRequest(OperationKind.ShutDown, instanceId, requestId, Permission.ManageInstances), RefusePower, cancellationToken);

    public Task<ActionOutcome> RebootAsync(Actor actor, Guid instanceId, Guid requestId, CancellationToken cancellationToken) =>
        intake.TakeAsync(actor, new ActionRequest(OperationKind.Reboot, instanceId, requestId, Permission.ManageInstances), RefuseReboot, cancellationToken);

    /// <summary>Deletes the machine with its disks, for ever.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="instanceId">Which.</param>
    /// <param name="requestId">Made once by whoever asks.</param>
    /// <param name="typedName">What the person typed to confirm; it must be the instance's name.</param>
    /// <param name="cancellationToken">Ends the wait for the database, not the delete.</param>
    public Task<ActionOutcome> DeleteAsync(Actor actor, Guid instanceId, Guid requestId, string typedName, CancellationToken cancellationToken) =>
        intake.TakeAsync(
            actor,
            new ActionRequest(OperationKind.Delete, instanceId, requestId, Permission.DeleteInstances),
            x => string.Equals(x.Name, typedName.Trim(), StringComparison.Ordinal) ? null : "The typed name is not the name of this VPS. Nothing was deleted.",
            cancellationToken);

    private static string? RefusePower(VpsInstance instance) =>
        instance.ProviderInstanceId is null ? "There is no machine behind this VPS." : null;

    private static string? RefuseReboot(VpsInstance instance) => instance.Status == InstanceStatus.Stopped
        ? "It is powered off. Power it on instead."
        : RefusePower(instance);
}
