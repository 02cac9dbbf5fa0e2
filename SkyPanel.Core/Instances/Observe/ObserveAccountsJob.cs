using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Quartz;
using SkyPanel.Core.Alerts;
using SkyPanel.Core.Data;
using SkyPanel.Core.ProviderAccounts;
using SkyPanel.Core.Providers;

namespace SkyPanel.Core.Instances.Observe;

/// <summary>Observes every account in turn. One that cannot be reached does not keep the others from being seen.</summary>
[DisallowConcurrentExecution]
internal sealed class ObserveAccountsJob(
    IDbContextFactory<SkyPanelDbContext> dbFactory, AccountObserver observer, AlertBook alerts, ILogger<ObserveAccountsJob> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        foreach (var accountId in await AccountsAsync(cancellationToken))
        {
            try
            {
                await observer.ObserveAsync(accountId, cancellationToken);
                await alerts.ResolveAsync(AlertKind.AccountRefused, accountId, cancellationToken);
                await alerts.ResolveAsync(AlertKind.CredentialUnreadable, accountId, cancellationToken);
            }
            catch (DbUpdateException ex)
            {
                logger.LogWarning(ex, "Account {AccountId} was changed by somebody while it was observed; its next turn is in a minute", accountId);
            }
            catch (ProviderException ex)
            {
                logger.LogWarning("Account {AccountId} could not be observed: {Reason}", accountId, ex.Message);
                if (ex.Error.Code is ProviderErrorCode.InvalidCredentials or ProviderErrorCode.InsufficientScope)
                {
                    await alerts.RaiseAsync(AlertKind.AccountRefused, accountId, $"The provider refuses the account's token: {ex.Error.AdminText}", cancellationToken);
                }
            }
        }
    }

    private async Task<IReadOnlyList<Guid>> AccountsAsync(CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        return await db.Set<ProviderAccount>()
            .Where(x => x.DeletedAt == null && db.Set<VpsInstance>().Any(y => y.AccountId == x.Id && y.DeletedAt == null))
            .OrderBy(x => x.SortOrder)
            .Select(x => x.Id)
            .ToListAsync(cancellationToken);
    }
}
