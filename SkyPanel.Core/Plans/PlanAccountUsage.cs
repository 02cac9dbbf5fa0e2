using Microsoft.EntityFrameworkCore;
using SkyPanel.Core.Data;
using SkyPanel.Core.ProviderAccounts;

namespace SkyPanel.Core.Plans;

/// <summary>An account is in use while plans are sold over it.</summary>
internal sealed class PlanAccountUsage : IProviderAccountUsage
{
    public async Task<string?> DescribeAsync(SkyPanelDbContext db, Guid accountId, CancellationToken cancellationToken)
    {
        var names = await PlanQueries.NamesOver(db, accountId).ToListAsync(cancellationToken);
        return names.Count == 0 ? null : $"Plans are sold over it: {string.Join(", ", names)}.";
    }
}
