using Microsoft.EntityFrameworkCore;
using Quartz;
using SkyPanel.Core.Data;

namespace SkyPanel.Core.Operations.Secrets;

/// <summary>The promise that no secret of an operation lives longer than an hour, kept even when its operation hangs.</summary>
[DisallowConcurrentExecution]
internal sealed class EraseExpiredSecretsJob(IDbContextFactory<SkyPanelDbContext> dbFactory, OperationSecrets secrets) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        await secrets.EraseExpiredAsync(db, cancellationToken);
    }
}
