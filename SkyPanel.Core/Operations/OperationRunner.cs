using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SkyPanel.Core.Alerts;
using SkyPanel.Core.Data;
using SkyPanel.Core.News;

namespace SkyPanel.Core.Operations;

/// <summary>Runs one step of one claimed operation, keeping the claim alive meanwhile.</summary>
internal sealed class OperationRunner(
    IDbContextFactory<SkyPanelDbContext> dbFactory,
    OperationClaims claims,
    LeaseKeeper leases,
    IEnumerable<IOperationHandler> handlers,
    INewsBus news,
    AlertBook alerts,
    IOptions<OperationOptions> options,
    TimeProvider time,
    ILogger<OperationRunner> logger)
{
    private static readonly TimeSpan WaitAfterFault = TimeSpan.FromSeconds(10);

    private readonly Dictionary<OperationKind, IOperationHandler> _handlers = handlers
        .SelectMany(x => x.Kinds.Select(kind => (kind, x)))
        .ToDictionary(x => x.kind, x => x.x);

    public async Task RunAsync(Claim claim, CancellationToken cancellationToken)
    {
        using var lease = leases.Keep(claim, cancellationToken);
        try
        {
            await StepAsync(claim, lease.Token);
        }
        catch (OperationCanceledException) when (lease.Token.IsCancellationRequested)
        {
            // Stopping, or the claim is lost: whoever claims it next finds everything in the row.
        }
        catch (DbUpdateConcurrencyException)
        {
            logger.LogWarning("Operation {OperationId} was taken over by another worker", claim.OperationId);
        }
        catch (Exception ex)
        {
            logger.LogError(ex, "A step of operation {OperationId} failed; it will be tried again", claim.OperationId);
            await claims.GiveBackAsync(claim, WaitAfterFault, cancellationToken);
        }
    }

    private async Task StepAsync(Claim claim, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var operation = await db.Set<Operation>()
            .SingleOrDefaultAsync(x => x.Id == claim.OperationId && x.ClaimedBy == claim.Token, cancellationToken);
        if (operation is null)
        {
            return;
        }

        var attention = operation.Attention;
        await _handlers[operation.Kind].StepAsync(new OperationStep(db, operation, options.Value, time), cancellationToken);
        operation.Release();
        await db.SaveChangesAsync(cancellationToken);
        news.Publish(new NewsItem(NewsTopic.Instances(operation.OrganizationId), operation.InstanceId));
        news.Publish(new NewsItem(NewsTopic.Staff, operation.Id));
        if (operation.Attention is { } text && !string.Equals(text, attention, StringComparison.Ordinal))
        {
            await alerts.RaiseAsync(AlertKind.OperationNeedsPeople, operation.Id, text, cancellationToken);
        }
    }
}
