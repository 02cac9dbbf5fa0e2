using Microsoft.EntityFrameworkCore;
using SkyPanel.Core.Access;
using SkyPanel.Core.Audit;
using SkyPanel.Core.Data;
using SkyPanel.Core.Operations;
using SkyPanel.Core.Operations.Secrets;

namespace SkyPanel.Core.Instances.Create;

/// <summary>Shows a generated root password to the person who asked for the machine, until they say that they have it or its hour is over.</summary>
public sealed class RootPasswordService(IDbContextFactory<SkyPanelDbContext> dbFactory, OperationSecrets secrets, AuditLog audit)
{
    /// <summary>The password in clear, or null for everyone else, and when there is none to show.</summary>
    public async Task<string?> ReadAsync(Actor actor, Guid instanceId, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        await db.RequireAsync(actor, Permission.ManageInstances, cancellationToken);
        return await FindAsync(db, actor, instanceId, cancellationToken) is { } operationId
            ? await secrets.ReadAsync(db, operationId, SecretField.RootPasswordToShow, cancellationToken)
            : null;
    }

    /// <summary>Erases it for good.</summary>
    public async Task AcknowledgeAsync(Actor actor, Guid instanceId, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        await db.RequireAsync(actor, Permission.ManageInstances, cancellationToken);
        if (await FindAsync(db, actor, instanceId, cancellationToken) is { } operationId)
        {
            await OperationSecrets.EraseAsync(db, operationId, SecretField.RootPasswordToShow, cancellationToken);
            audit.Record(db, actor, "instance.password_seen", instanceId);
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    private static Task<Guid?> FindAsync(SkyPanelDbContext db, Actor actor, Guid instanceId, CancellationToken cancellationToken) =>
        db.Set<Operation>()
            .Where(x => x.InstanceId == instanceId && x.OrganizationId == actor.OrganizationId
                && x.Kind == OperationKind.Create && x.RequestedByUserId == actor.UserId)
            .Select(x => (Guid?)x.Id)
            .SingleOrDefaultAsync(cancellationToken);
}
