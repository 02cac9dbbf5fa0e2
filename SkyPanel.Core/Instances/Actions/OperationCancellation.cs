using Microsoft.EntityFrameworkCore;
using SkyPanel.Core.Access;
using SkyPanel.Core.Data;
using SkyPanel.Core.Instances.Desk;
using SkyPanel.Core.Operations;

namespace SkyPanel.Core.Instances.Actions;

/// <summary>Takes a request back while nothing of it has left the house.</summary>
public sealed class OperationCancellation
{
    private const string TooLate = "It has been sent to the provider, and a request that is on its way cannot be taken back. Delete the VPS once it is there.";
    private readonly IDbContextFactory<SkyPanelDbContext> _dbFactory;
    private readonly OperationDecisions _decisions;

    internal OperationCancellation(IDbContextFactory<SkyPanelDbContext> dbFactory, OperationDecisions decisions) =>
        (_dbFactory, _decisions) = (dbFactory, decisions);

    /// <summary>
    /// Cancels what is under way on an instance, if it was never sent; a create that is cancelled leaves no instance behind. Otherwise
    /// refused with the truth.
    /// </summary>
    /// <exception cref="AccessDeniedException">The actor may not change instances.</exception>
    public async Task<ActionOutcome> CancelAsync(Actor actor, Guid instanceId, CancellationToken cancellationToken)
    {
        await using var db = await _dbFactory.CreateDbContextAsync(cancellationToken);
        await db.RequireAsync(actor, Permission.ManageInstances, cancellationToken);
        if (!await InstanceQueries.Owned(db, actor.OrganizationId, instanceId).AnyAsync(cancellationToken))
        {
            return new ActionOutcome.NotFound();
        }

        var underWay = await OperationQueries.UnderWay(db, instanceId).Select(x => (Guid?)x.Id).SingleOrDefaultAsync(cancellationToken);
        if (underWay is not { } operationId)
        {
            return new ActionOutcome.Refused("Nothing is under way that could be cancelled.");
        }

        var outcome = await _decisions.DecideAsync(
            actor, Permission.ManageInstances, operationId, "operation.cancelled", "", (x, _) => CancelAsync(x), cancellationToken);
        return outcome.Match<ActionOutcome>(
            done: () => new ActionOutcome.Accepted(),
            missing: () => new ActionOutcome.NotFound(),
            busy: () => new ActionOutcome.Refused(TooLate),
            refused: x => new ActionOutcome.Refused(x));
    }

    private static Task<DeskOutcome> CancelAsync(Decision decision)
    {
        var operation = decision.Operation;
        if (operation.IsFinished || operation.State != OperationState.Requested || operation.Attempts > 0)
        {
            return Task.FromResult<DeskOutcome>(new DeskOutcome.Refused(TooLate));
        }

        operation.Cancel(decision.Now, "Cancelled before anything was sent. Nothing was changed and nothing is charged.");
        if (operation.Kind == OperationKind.Create)
        {
            decision.Instance.Withdraw(decision.Now);
        }

        return Decision.Done;
    }
}
