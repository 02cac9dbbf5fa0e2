using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SkyPanel.Core.Data;

namespace SkyPanel.Core.Operations;

/// <summary>Takes, keeps and proves claims on operations. The database decides who has one: a single conditional update each.</summary>
internal sealed class OperationClaims(
    IDbContextFactory<SkyPanelDbContext> dbFactory, IOptions<OperationOptions> options, TimeProvider time)
{
    private readonly string _worker = $"{Environment.MachineName}/{Environment.ProcessId}";

    /// <summary>Claims up to <paramref name="max"/> due operations, the longest due first.</summary>
    public async Task<IReadOnlyList<Claim>> TakeAsync(int max, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var due = await OperationQueries.Claimable(db, time.GetUtcNow())
            .OrderBy(x => x.DueAt)
            .Select(x => x.Id)
            .Take(max)
            .ToListAsync(cancellationToken);
        var claims = new List<Claim>(due.Count);
        foreach (var id in due)
        {
            if (await TakeAsync(OperationQueries.Claimable(db, time.GetUtcNow()), id, cancellationToken) is { } claim)
            {
                claims.Add(claim);
            }
        }

        return claims;
    }

    /// <summary>Claims that one for a person, due or not, finished or not; null while a worker or another person has it.</summary>
    public async Task<Claim?> TakeForDecisionAsync(Guid operationId, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        return await TakeAsync(OperationQueries.Unclaimed(db, time.GetUtcNow()), operationId, cancellationToken);
    }

    /// <summary>When the next unclaimed operation is due, or null when there is none.</summary>
    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        return await OperationQueries.NextDue(db).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Makes a claim last longer. False when it is no longer ours.</summary>
    public async Task<bool> RenewAsync(Claim claim, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var until = time.GetUtcNow() + options.Value.Lease;
        var renewed = await db.Set<Operation>()
            .Where(x => x.Id == claim.OperationId && x.ClaimedBy == claim.Token)
            .ExecuteUpdateAsync(x => x.SetProperty(y => y.ClaimedUntil, until), cancellationToken);
        return renewed == 1;
    }

    /// <summary>Gives a claim back as it was taken, for another try after <paramref name="wait"/>.</summary>
    public async Task GiveBackAsync(Claim claim, TimeSpan wait, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var dueAt = time.GetUtcNow() + wait;
        await db.Set<Operation>()
            .Where(x => x.Id == claim.OperationId && x.ClaimedBy == claim.Token)
            .ExecuteUpdateAsync(
                x => x.SetProperty(y => y.ClaimedBy, (string?)null)
                    .SetProperty(y => y.ClaimedUntil, (DateTimeOffset?)null)
                    .SetProperty(y => y.DueAt, dueAt),
                cancellationToken);
    }

    private async Task<Claim?> TakeAsync(IQueryable<Operation> claimable, Guid id, CancellationToken cancellationToken)
    {
        var until = time.GetUtcNow() + options.Value.Lease;
        var token = $"{_worker}/{Guid.NewGuid():n}";
        var taken = await claimable
            .Where(x => x.Id == id)
            .ExecuteUpdateAsync(
                x => x.SetProperty(y => y.ClaimedBy, token)
                    .SetProperty(y => y.ClaimedUntil, until)
                    .SetProperty(y => y.Fence, y => y.Fence + 1),
                cancellationToken);
        return taken == 1 ? new Claim(id, token) : null;
    }
}

/// <summary>Proof that one worker has one operation.</summary>
/// <param name="OperationId">The operation.</param>
/// <param name="Token">Unique to this claim, so that no two claims are mistaken for one another.</param>
internal sealed record Claim(Guid OperationId, string Token);
