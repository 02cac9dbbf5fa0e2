using Quartz;

namespace SkyPanel.Core.ProviderAccounts.Secrets;

/// <summary>A rotation is done when nothing is left under an old key, without anybody having to wait for it.</summary>
[DisallowConcurrentExecution]
internal sealed class RewrapTokensJob(TokenRewrapping rewrapping) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await rewrapping.RewrapAsync(cancellationToken);
}
