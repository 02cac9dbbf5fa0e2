using Microsoft.EntityFrameworkCore;
using SkyPanel.Core.Data;
using SkyPanel.Core.ProviderAccounts.Secrets;

namespace SkyPanel.Core.Operations.Secrets;

/// <summary>An operation's secrets live for an hour at most and are not rewrapped: their key has to outlive them.</summary>
internal sealed class OperationSecretsUnderKey : ITokenKeyUse
{
    public Task<int> CountAsync(SkyPanelDbContext db, string prefix, CancellationToken cancellationToken) =>
        db.Set<OperationSecret>().CountAsync(x => x.Ciphertext.StartsWith(prefix), cancellationToken);
}
