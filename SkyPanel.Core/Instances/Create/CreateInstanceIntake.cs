using Microsoft.EntityFrameworkCore.Storage;
using SkyPanel.Core.Access;
using SkyPanel.Core.Audit;
using SkyPanel.Core.Data;
using SkyPanel.Core.Data.Failpoints;
using SkyPanel.Core.Operations;
using SkyPanel.Core.Operations.Secrets;
using SkyPanel.Core.Plans;

namespace SkyPanel.Core.Instances.Create;

/// <summary>Writes a checked request down: the instance, its operation, its secrets and the audit entry, all in one transaction.</summary>
public sealed class CreateInstanceIntake(OperationSecrets secrets, AuditLog audit, IFailpoints failpoints, TimeProvider time)
{
    public VpsInstance Add(
        SkyPanelDbContext db, Actor actor, CreateInstanceRequest request, IReadOnlyList<string> keys, Placement.Placed placed)
    {
        var now = time.GetUtcNow();
        var operationId = Guid.CreateVersion7(now);
        var instance = VpsInstance.Request(actor.OrganizationId, request.Name, operationId, placed, now);
        db.Add(instance);
        db.Add(Operation.Request(
            OperationKind.Create, actor.OrganizationId, instance.Id, placed.AccountId, request.RequestId, actor.UserId, now, operationId, CreateInput.Write(keys)));
        if (keys.Count == 0)
        {
            var password = RootPassword.Make();
            secrets.Store(db, operationId, SecretField.RootPassword, password);
            secrets.Store(db, operationId, SecretField.RootPasswordToShow, password);
        }

        audit.Record(db, actor, "instance.requested", instance.Id, $"{request.Name}, {placed.Plan.Name} in {placed.Region.City}");
        return instance;
    }

    public async Task SaveAsync(SkyPanelDbContext db, IDbContextTransaction transaction, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        await failpoints.HitAsync("intake.saved", cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await failpoints.HitAsync("intake.committed", cancellationToken);
    }
}
