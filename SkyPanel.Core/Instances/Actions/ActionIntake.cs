using Microsoft.EntityFrameworkCore;
using SkyPanel.Core.Access;
using SkyPanel.Core.Audit;
using SkyPanel.Core.Data;
using SkyPanel.Core.News;
using SkyPanel.Core.Operations;
using SkyPanel.Core.Organizations;

namespace SkyPanel.Core.Instances.Actions;

/// <summary>Writes a requested change down, unless something else is under way. A unique index decides that, not the look before.</summary>
public sealed class ActionIntake(
    IDbContextFactory<SkyPanelDbContext> dbFactory, IDatabase database, AuditLog audit, INewsBus news, TimeProvider time)
{
    /// <summary>Accepts the request, or says why not.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="request">For what.</param>
    /// <param name="refuse">What speaks against it in the instance's present state, or null.</param>
    /// <param name="cancellationToken">Ends the wait for the database.</param>
    public async Task<ActionOutcome> TakeAsync(
        Actor actor, ActionRequest request, Func<VpsInstance, string?> refuse, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        await db.RequireAsync(actor, request.Permission, cancellationToken);
        if (await OperationQueries.ByRequest(db, actor.OrganizationId, request.RequestId).AnyAsync(cancellationToken))
        {
            return new ActionOutcome.Accepted();
        }

        var instance = await InstanceQueries.Owned(db, actor.OrganizationId, request.InstanceId).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (instance is null)
        {
            return new ActionOutcome.NotFound();
        }

        if (await OrganizationQueries.SuspensionReason(db, actor.OrganizationId).SingleOrDefaultAsync(cancellationToken) is { } reason)
        {
            return new ActionOutcome.Refused($"Your account is suspended: {reason} Contact support to resume it.");
        }

        return refuse(instance) is { } text
            ? new ActionOutcome.Refused(text)
            : await AddAsync(db, actor, request, instance, cancellationToken);
    }

    private async Task<ActionOutcome> AddAsync(
        SkyPanelDbContext db, Actor actor, ActionRequest request, VpsInstance instance, CancellationToken cancellationToken)
    {
        db.Add(Operation.Request(
            request.Kind, actor.OrganizationId, instance.Id, instance.AccountId, request.RequestId, actor.UserId, time.GetUtcNow()));
        audit.Record(db, actor, $"instance.{AuditVerb(request.Kind)}", instance.Id, instance.Name);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException ex) when (database.IsUniqueViolation(ex))
        {
            await using var fresh = await dbFactory.CreateDbContextAsync(cancellationToken);
            return await OperationQueries.ByRequest(fresh, actor.OrganizationId, request.RequestId).AnyAsync(cancellationToken)
                ? new ActionOutcome.Accepted()
                : new ActionOutcome.Busy();
        }

        news.Publish(new NewsItem(NewsTopic.WorkDue, instance.Id));
        news.Publish(new NewsItem(NewsTopic.Instances(actor.OrganizationId), instance.Id));
        return new ActionOutcome.Accepted();
    }

    private static string AuditVerb(OperationKind kind) => kind switch
    {
        OperationKind.Boot => "boot_requested",
        OperationKind.ShutDown => "shut_down_requested",
        OperationKind.Reboot => "reboot_requested",
        _ => "delete_requested",
    };
}

/// <summary>A change that somebody asks for.</summary>
public sealed record ActionRequest(OperationKind Kind, Guid InstanceId, Guid RequestId, Permission Permission);
