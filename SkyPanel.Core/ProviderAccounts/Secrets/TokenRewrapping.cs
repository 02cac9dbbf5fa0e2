using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SkyPanel.Core.Data;

namespace SkyPanel.Core.ProviderAccounts.Secrets;

/// <summary>Brings stored tokens under the active key after a rotation, while the panel works.</summary>
internal sealed class TokenRewrapping(
    IDbContextFactory<SkyPanelDbContext> dbFactory, TokenKeyRing ring, SecretBox secrets, ILogger<TokenRewrapping> logger)
{
    private const int BatchSize = 500;

    /// <summary>Rewraps all that can be read. Returns how many were.</summary>
    public async Task<int> RewrapAsync(CancellationToken cancellationToken)
    {
        ring.Refresh();
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var rewrapped = 0;
        var after = Guid.Empty;
        while (await NextAsync(db, after, cancellationToken) is { Count: > 0 } batch)
        {
            foreach (var account in batch)
            {
                rewrapped += await RewrapAsync(db, account, cancellationToken);
            }

            after = batch[^1].Id;
        }

        return rewrapped;
    }

    private Task<List<TokenRow>> NextAsync(SkyPanelDbContext db, Guid after, CancellationToken cancellationToken) =>
        ProviderAccountQueries.UnderOtherKeys(db, secrets.ActivePrefix, after).Take(BatchSize).ToListAsync(cancellationToken);

    private async Task<int> RewrapAsync(SkyPanelDbContext db, TokenRow account, CancellationToken cancellationToken)
    {
        try
        {
            var place = ProviderAccount.TokenPlace(account.Id);
            var ciphertext = secrets.Protect(secrets.Unprotect(account.Ciphertext, place), place);

            // A token that was replaced since it was read stays as it is.
            return await ProviderAccountQueries.WithToken(db, account.Id, account.Ciphertext)
                .ExecuteUpdateAsync(x => x.SetProperty(y => y.TokenCiphertext, ciphertext), cancellationToken);
        }
        catch (SecretUnreadableException)
        {
            logger.LogError("The token of account {AccountId} cannot be read with the present keys and was left as it is", account.Id);
            return 0;
        }
    }
}

/// <summary>A stored token.</summary>
internal sealed record TokenRow(Guid Id, string Ciphertext);
