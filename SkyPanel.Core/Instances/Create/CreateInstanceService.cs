using Microsoft.EntityFrameworkCore;
using SkyPanel.Core.Access;
using SkyPanel.Core.Audit;
using SkyPanel.Core.Data;
using SkyPanel.Core.Instances.Keys;
using SkyPanel.Core.News;
using SkyPanel.Core.Operations;
using SkyPanel.Core.Organizations;
using SkyPanel.Core.Plans;

namespace SkyPanel.Core.Instances.Create;

/// <summary>Takes requests for machines: one instance a request id, however often and from wherever it is sent.</summary>
public sealed class CreateInstanceService(
    IDbContextFactory<SkyPanelDbContext> dbFactory, IDatabase database, PlacementService placements, CreateInstanceIntake intake, INewsBus news)
{
    /// <summary>
    /// Checks the request anew, whatever the page checked, and writes instance and operation down in one transaction. No provider is asked
    /// to do anything here, so the answer takes milliseconds; a worker carries on.
    /// </summary>
    /// <exception cref="AccessDeniedException">The actor may not create instances.</exception>
    /// <exception cref="Providers.ProviderException">The catalogue cannot be read now.</exception>
    public async Task<CreateInstanceOutcome> CreateAsync(Actor actor, CreateInstanceRequest request, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        await db.RequireAsync(actor, Permission.ManageInstances, cancellationToken);
        if (await EarlierAsync(db, actor, request, cancellationToken) is { } earlier)
        {
            return earlier;
        }

        if (InstanceName.Fault(request.Name) is { } fault)
        {
            return new CreateInstanceOutcome.Invalid("name", fault);
        }

        var keys = await SshKeyQueries.Chosen(db, actor.OrganizationId, request.KeyIds).ToListAsync(cancellationToken);
        if (keys.Count != request.KeyIds.Distinct().Count())
        {
            return new CreateInstanceOutcome.Invalid("keys", "A chosen key is no longer in your list. Choose again.");
        }

        return await placements.PlaceAsync(request.PlanId, request.RegionId, request.ImageId, cancellationToken) switch
        {
            Placement.Refused refused => new CreateInstanceOutcome.Invalid(refused.Field, refused.Text),
            Placement.Placed placed when request.Seen?.IsExceededBy(placed.Plan) is true => new CreateInstanceOutcome.Invalid(
                "plan", $"The price of {placed.Plan.Name} has changed to {placed.Plan.Monthly} {placed.Plan.Currency} a month. Nothing was created; choose again if you agree."),
            Placement.Placed placed => await AddAsync(db, actor, request, keys, placed, cancellationToken),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private async Task<CreateInstanceOutcome> AddAsync(
        SkyPanelDbContext db, Actor actor, CreateInstanceRequest request, IReadOnlyList<string> keys, Placement.Placed placed, CancellationToken cancellationToken)
    {
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await OrganizationQueries.TakeTurnAsync(db, actor.OrganizationId, cancellationToken);
            if (await OrganizationAllowance.RefusalAsync(db, actor.OrganizationId, placed.Plan, cancellationToken) is { } refusal)
            {
                return await EarlierAsync(db, actor, request, cancellationToken) ?? refusal;
            }

            var instance = intake.Add(db, actor, request, keys, placed);
            await intake.SaveAsync(db, transaction, cancellationToken);
            news.Publish(new NewsItem(NewsTopic.WorkDue, instance.Id));
            news.Publish(new NewsItem(NewsTopic.Instances(actor.OrganizationId), instance.Id));
            return new CreateInstanceOutcome.Accepted(instance.Id);
        }
        catch (DbUpdateException ex) when (database.IsUniqueViolation(ex))
        {
            // The same request from another circuit was first; its transaction is committed by now.
            await using var fresh = await dbFactory.CreateDbContextAsync(cancellationToken);
            return await EarlierAsync(fresh, actor, request, cancellationToken) ?? throw new InvalidOperationException("A unique index refused a request that is not there.", ex);
        }
    }

    private static async Task<CreateInstanceOutcome?> EarlierAsync(
        SkyPanelDbContext db, Actor actor, CreateInstanceRequest request, CancellationToken cancellationToken)
    {
        var earlier = await OperationQueries.ByRequest(db, actor.OrganizationId, request.RequestId)
            .Join(db.Set<VpsInstance>(), x => x.InstanceId, x => x.Id, (_, x) => new { x.Id, x.Name, x.PlanId })
            .SingleOrDefaultAsync(cancellationToken);
        return earlier switch
        {
            null => null,
            _ when earlier.PlanId == request.PlanId && string.Equals(earlier.Name, request.Name, StringComparison.Ordinal) => new CreateInstanceOutcome.AlreadyRequested(earlier.Id),

            // Somebody went back, changed the order and sent it as the same one: neither making a second nor passing off the first is what they meant.
            _ => new CreateInstanceOutcome.Invalid("name", $"This order was sent already and made '{earlier.Name}'. For one more, begin a new one with Create VPS in the list."),
        };
    }
}
