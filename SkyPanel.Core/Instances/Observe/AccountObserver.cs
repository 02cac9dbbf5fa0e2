using Microsoft.EntityFrameworkCore;
using SkyPanel.Core.Alerts;
using SkyPanel.Core.Data;
using SkyPanel.Core.News;
using SkyPanel.Core.Operations;
using SkyPanel.Core.ProviderAccounts;
using SkyPanel.Core.Providers;

namespace SkyPanel.Core.Instances.Observe;

/// <summary>
/// Brings what the panel shows up to date with what an account's provider tells, by one complete listing whatever the number of instances.
/// It changes nothing at the provider.
/// </summary>
internal sealed class AccountObserver(
    IDbContextFactory<SkyPanelDbContext> dbFactory, ProviderGateway gateway, AlertBook alerts, INewsBus news, TimeProvider time)
{
    /// <summary>Observes one account.</summary>
    /// <exception cref="ProviderException">The listing failed; nothing was changed, since an incomplete listing proves nothing.</exception>
    public async Task ObserveAsync(Guid accountId, CancellationToken cancellationToken)
    {
        var provider = await gateway.OpenAsync(accountId, ProviderPriority.Background, cancellationToken);
        var askedAt = time.GetUtcNow();
        var machines = await provider.ListInstancesAsync(cancellationToken);
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var byId = machines.ToDictionary(x => x.Id, StringComparer.Ordinal);
        var changed = new List<VpsInstance>();

        // What came into being while the listing was made is not in it, and that means nothing; what an operation saw since then is newer.
        var known = await InstanceQueries.Quiet(db, accountId)
            .Where(x => x.ProvisionedAt < askedAt && (x.LastSeenAt == null || x.LastSeenAt <= askedAt))
            .ToListAsync(cancellationToken);
        foreach (var instance in known)
        {
            if (Learn(instance, byId.GetValueOrDefault(instance.ProviderInstanceId!), askedAt))
            {
                changed.Add(instance);
            }
        }

        var late = await RaiseLateArrivalsAsync(db, machines, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        foreach (var operation in late)
        {
            await alerts.RaiseAsync(AlertKind.OperationNeedsPeople, operation.Id, operation.Attention!, cancellationToken);
        }

        foreach (var instance in changed)
        {
            news.Publish(new NewsItem(NewsTopic.Instances(instance.OrganizationId), instance.Id));
        }
    }

    private static bool Learn(VpsInstance instance, ProviderInstance? machine, DateTimeOffset now)
    {
        var before = (instance.Status, instance.Ipv4, instance.Ipv6);
        if (machine is null)
        {
            instance.Miss();
        }
        else
        {
            instance.Observe(machine, now);
        }

        return before != (instance.Status, instance.Ipv4, instance.Ipv6);
    }

    /// <summary>A machine with the mark of a create that failed came after all: people decide, since it costs money.</summary>
    private async Task<IReadOnlyList<Operation>> RaiseLateArrivalsAsync(
        SkyPanelDbContext db, IReadOnlyList<ProviderInstance> machines, CancellationToken cancellationToken)
    {
        var raised = new List<Operation>();
        var marks = machines.Where(x => x.Mark is not null).ToLookup(x => x.Mark!, x => x.Id, StringComparer.Ordinal);
        var wanted = marks.Select(x => x.Key).ToList();
        var orphans = await db.Set<VpsInstance>().AsNoTracking()
            .Where(x => wanted.Contains(x.Mark) && x.ProviderInstanceId == null)
            .Select(x => new { x.Id, x.Mark })
            .ToListAsync(cancellationToken);
        foreach (var orphan in orphans)
        {
            var failed = await db.Set<Operation>()
                .Where(x => x.InstanceId == orphan.Id && x.Kind == OperationKind.Create && (x.State == OperationState.Failed || x.State == OperationState.Cancelled) && x.Attention == null
                    && !x.Stages.Any(y => y.Text == Operation.SettledText))
                .SingleOrDefaultAsync(cancellationToken);
            if (failed is not null)
            {
                failed.RaiseAttention(time.GetUtcNow(), $"Machine {marks[orphan.Mark].First()} of this failed create appeared later. It costs money; decide what becomes of it.");
                raised.Add(failed);
            }
        }

        return raised;
    }
}
