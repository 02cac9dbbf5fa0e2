using Microsoft.EntityFrameworkCore;
using SkyPanel.Core.Data;

namespace SkyPanel.Core.ProviderAccounts.Secrets;

/// <summary>Something that stores secrets under the ring's keys; registered by each feature that does.</summary>
public interface ITokenKeyUse
{
    /// <summary>How many of its secrets begin with the prefix of a key.</summary>
    Task<int> CountAsync(SkyPanelDbContext db, string prefix, CancellationToken cancellationToken);
}

/// <summary>Tokens of provider accounts.</summary>
internal sealed class TokensUnderKey : ITokenKeyUse
{
    public Task<int> CountAsync(SkyPanelDbContext db, string prefix, CancellationToken cancellationToken) =>
        ProviderAccountQueries.UnderKey(db, prefix).CountAsync(cancellationToken);
}
