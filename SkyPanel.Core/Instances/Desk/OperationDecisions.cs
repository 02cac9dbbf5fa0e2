using Microsoft.EntityFrameworkCore;
using SkyPanel.Core.Access;
using SkyPanel.Core.Alerts;
using SkyPanel.Core.Audit;
using SkyPanel.Core.Data;
using SkyPanel.Core.News;
using SkyPanel.Core.Operations;

namespace SkyPanel.Core.Instances.Desk;

/// <summary>Lets a person change an operation under a claim of its own, so that person and worker never write over each other.</summary>
internal sealed class OperationDecisions(
    IDbContextFactory<SkyPanelDbContext> dbFactory, OperationClaims claims, LeaseKeeper leases, AuditLog audit, AlertBook alerts, INewsBus news, TimeProvider time)
{
    /// <summary>Takes the decision and writes it down with its audit entry, or says why not.</summary>
    public async Task<DeskOutcome> DecideAsync(
        Actor actor, Permission permission, Guid id, string action, string detail, Func<Decision, CancellationToken, Task<DeskOutcome>> decide, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        await db.RequireAsync(actor, permission, cancellationToken);
        if (!await db.Set<Operation>().AnyAsync(x => x.Id == id, cancellationToken))
        {
            return new DeskOutcome.Missing();
        }

        if (await claims.TakeForDecisionAsync(id, cancellationToken) is not { } claim)
        {
            return new DeskOutcome.Busy();
        }

        using var lease = leases.Keep(claim, cancellationToken);
        return await DecideAsync(db, actor, claim, (action, detail), decide, lease.Token);
    }

    private async Task<DeskOutcome> DecideAsync(
        SkyPanelDbContext db, Actor actor, Claim claim, (string Action, string Detail) record, Func<Decision, CancellationToken, Task<DeskOutcome>> decide,
        CancellationToken cancellationToken)
    {
        try
        {
            var operation = await db.Set<Operation>().SingleAsync(x => x.Id == claim.OperationId, cancellationToken);
            var instance = await db.Set<VpsInstance>().SingleAsync(x => x.Id == operation.InstanceId, cancellationToken);
            var outcome = await decide(new Decision(db, operation, instance, time.GetUtcNow()), cancellationToken);
            if (outcome is not DeskOutcome.Done)
            {
                await claims.GiveBackAsync(claim, operation.DueAt - time.GetUtcNow(), CancellationToken.None);
                return outcome;
            }

            operation.Release();
            audit.Record(db, actor, operation.OrganizationId, record.Action, operation.Id, record.Detail);
            await db.SaveChangesAsync(cancellationToken);
            news.Publish(new NewsItem(NewsTopic.WorkDue, operation.Id));
            news.Publish(new NewsItem(NewsTopic.Instances(operation.OrganizationId), operation.InstanceId));
            news.Publish(new NewsItem(NewsTopic.Staff, operation.Id));
            if (operation.Attention is null)
            {
                await alerts.ResolveAsync(AlertKind.OperationNeedsPeople, operation.Id, cancellationToken);
            }

            return outcome;
        }
        catch (DbUpdateException)
        {
            // Another write came in between: nothing of this one was kept.
            return new DeskOutcome.Busy();
        }
    }
}

/// <summary>An operation in the hands of a person.</summary>
internal sealed record Decision(SkyPanelDbContext Db, Operation Operation, VpsInstance Instance, DateTimeOffset Now)
{
    public static Task<DeskOutcome> Done { get; } = Task.FromResult<DeskOutcome>(new DeskOutcome.Done());
}
