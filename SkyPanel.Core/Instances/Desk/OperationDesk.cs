using Microsoft.EntityFrameworkCore;
using SkyPanel.Core.Access;
using SkyPanel.Core.Data;
using SkyPanel.Core.Operations;

namespace SkyPanel.Core.Instances.Desk;

/// <summary>Where admins see every operation of the house, and settle those that no worker may settle by itself.</summary>
public sealed class OperationDesk
{
    private const int ReasonLength = 400;
    private readonly IDbContextFactory<SkyPanelDbContext> _dbFactory;
    private readonly OperationDecisions _decisions;
    private readonly MachineAdoption _adoption;

    internal OperationDesk(IDbContextFactory<SkyPanelDbContext> dbFactory, OperationDecisions decisions, MachineAdoption adoption) =>
        (_dbFactory, _decisions, _adoption) = (dbFactory, decisions, adoption);

    /// <summary>One page of them.</summary>
    public async Task<OperationList> ListAsync(Actor actor, OperationListQuery query, CancellationToken cancellationToken)
    {
        await using var db = await _dbFactory.CreateDbContextAsync(cancellationToken);
        await db.RequireAsync(actor, Permission.ViewHouse, cancellationToken);
        var matching = DeskQueries.Filtered(db, query);
        var rows = await DeskQueries.Rows(db, matching)
            .Skip(Math.Max(0, query.Page) * OperationListQuery.PageSize)
            .Take(OperationListQuery.PageSize)
            .ToListAsync(cancellationToken);
        return new OperationList(rows, await matching.CountAsync(cancellationToken), await DeskQueries.Attention(db).CountAsync(cancellationToken));
    }

    /// <summary>All of one, or null.</summary>
    public async Task<OperationCase?> GetAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        await using var db = await _dbFactory.CreateDbContextAsync(cancellationToken);
        await db.RequireAsync(actor, Permission.ViewHouse, cancellationToken);
        var operation = await db.Set<Operation>().AsNoTracking().Include(x => x.Stages).SingleOrDefaultAsync(x => x.Id == id, cancellationToken);
        if (operation is null)
        {
            return null;
        }

        var row = await DeskQueries.Rows(db, db.Set<Operation>().Where(x => x.Id == id)).SingleAsync(cancellationToken);
        var machine = await db.Set<VpsInstance>().Where(x => x.Id == row.InstanceId).Select(x => x.ProviderInstanceId).SingleAsync(cancellationToken);
        var who = await db.Users.Where(x => x.Id == operation.RequestedByUserId).Select(x => x.Email).SingleAsync(cancellationToken);
        return new OperationCase(
            row, who ?? "", operation.Mark, machine, operation.SubmittedAt, operation.ErrorDetail, [.. operation.Stages.OrderBy(x => x.At).ThenBy(x => x.Id)]);
    }

    /// <summary>Has a worker look at it now instead of at its time.</summary>
    public Task<DeskOutcome> LookNowAsync(Actor actor, Guid id, CancellationToken cancellationToken) =>
        _decisions.DecideAsync(actor, Permission.ManageOperations, id, "operation.looked_at", "", LookNowAsync, cancellationToken);

    /// <summary>Gives it up. Nothing is sent or deleted: a machine that it may have made stays, and is reported when it is seen.</summary>
    /// <param name="actor">Who decides.</param>
    /// <param name="id">Which.</param>
    /// <param name="reason">Why, in words that the customer reads.</param>
    /// <param name="cancellationToken">Ends the wait for the database.</param>
    public Task<DeskOutcome> AbandonAsync(Actor actor, Guid id, string reason, CancellationToken cancellationToken) =>
        string.IsNullOrWhiteSpace(reason) || reason.Trim().Length > ReasonLength
            ? Task.FromResult<DeskOutcome>(new DeskOutcome.Refused($"Say why, in at most {ReasonLength} letters: the customer reads it."))
            : _decisions.DecideAsync(actor, Permission.ManageOperations, id, "operation.abandoned", reason.Trim(), (x, _) => AbandonAsync(x, reason.Trim()), cancellationToken);

    /// <summary>Takes it off the list of what needs people.</summary>
    public Task<DeskOutcome> SettleAsync(Actor actor, Guid id, string note, CancellationToken cancellationToken) =>
        _decisions.DecideAsync(actor, Permission.ManageOperations, id, "operation.settled", note, (x, _) => SettleAsync(x, note), cancellationToken);

    /// <summary>Names the machine that a create made. The provider is asked whether there is such a machine on the account.</summary>
    public Task<DeskOutcome> AdoptAsync(Actor actor, Guid id, string providerInstanceId, CancellationToken cancellationToken) =>
        _decisions.DecideAsync(
            actor, Permission.ManageOperations, id, "operation.adopted", providerInstanceId, (x, token) => _adoption.AdoptAsync(x, providerInstanceId.Trim(), token), cancellationToken);

    private static Task<DeskOutcome> LookNowAsync(Decision decision, CancellationToken cancellationToken)
    {
        if (decision.Operation.IsFinished)
        {
            return Task.FromResult<DeskOutcome>(new DeskOutcome.Refused("It is over."));
        }

        decision.Operation.LookNow(decision.Now);
        return Decision.Done;
    }

    private static Task<DeskOutcome> AbandonAsync(Decision decision, string reason)
    {
        if (decision.Operation.IsFinished)
        {
            return Task.FromResult<DeskOutcome>(new DeskOutcome.Refused("It is over."));
        }

        decision.Operation.Cancel(decision.Now, reason);
        if (decision.Operation.Attention is not null)
        {
            decision.Operation.Settle(decision.Now, "Given up");
        }

        if (decision.Operation.Kind == OperationKind.Create && decision.Instance.ProviderInstanceId is null)
        {
            decision.Instance.Fail();
        }

        return Decision.Done;
    }

    private static Task<DeskOutcome> SettleAsync(Decision decision, string note)
    {
        decision.Operation.Settle(decision.Now, note);
        return Decision.Done;
    }
}
