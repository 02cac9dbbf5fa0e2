using SkyPanel.Core.Data;

namespace SkyPanel.Core.ProviderAccounts;

/// <summary>Tells what hangs on an account, so that it is not removed from under it. Implemented by the features that come after this one.</summary>
public interface IProviderAccountUsage
{
    /// <summary>What uses the account, in words for admins ("2 plans are sold over it"), or null when nothing does.</summary>
    Task<string?> DescribeAsync(SkyPanelDbContext db, Guid accountId, CancellationToken cancellationToken);
}

/// <summary>Hears that an account was saved. Implemented by the features that come after this one.</summary>
public interface IProviderAccountListener
{
    /// <summary>Called after the change is in the database; what was learnt through the account before no longer holds.</summary>
    Task ChangedAsync(Guid accountId, CancellationToken cancellationToken);
}
