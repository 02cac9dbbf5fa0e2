using Microsoft.EntityFrameworkCore;
using SkyPanel.Core.Data;
using SkyPanel.Core.ProviderAccounts;

namespace SkyPanel.Core.Instances.Observe;

/// <summary>An account is in use while instances live on it.</summary>
internal sealed class InstancesOnAccount : IProviderAccountUsage
{
    public async Task<string?> DescribeAsync(SkyPanelDbContext db, Guid accountId, CancellationToken cancellationToken)
    {
        var count = await db.Set<VpsInstance>().CountAsync(x => x.AccountId == accountId && x.DeletedAt == null, cancellationToken);
        return count == 0 ? null : $"{count} instances live on it.";
    }
}
