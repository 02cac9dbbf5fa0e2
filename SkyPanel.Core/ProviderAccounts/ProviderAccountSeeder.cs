using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using SkyPanel.Core.Audit;
using SkyPanel.Core.Data;
using SkyPanel.Core.ProviderAccounts.Secrets;
using SkyPanel.Core.Providers;

namespace SkyPanel.Core.ProviderAccounts;

/// <summary>
/// Makes the first accounts from the environment, so that a new installation has something to sell over. In Production only; the caller
/// decides that.
/// </summary>
public sealed class ProviderAccountSeeder(
    IDbContextFactory<SkyPanelDbContext> dbFactory,
    IDatabase database,
    ProviderGateway gateway,
    SecretBox secrets,
    AuditLog audit,
    TimeProvider time)
{
    /// <summary>
    /// Where there has never been an account, adds one for each provider whose seed variable is set. The provider is not asked: a start
    /// must not depend on it.
    /// </summary>
    /// <returns>How many were added.</returns>
    public async Task<int> SeedAsync(IConfiguration configuration, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        if (await db.Set<ProviderAccount>().AnyAsync(cancellationToken))
        {
            return 0;
        }

        var seeds = gateway.Providers
            .Select(x => (Provider: x, Token: configuration[x.TokenSeedVariable]?.Trim() ?? ""))
            .Where(x => ProviderAccountInput.TokenFault(x.Token) is null)
            .ToList();
        foreach (var (index, (provider, token)) in seeds.Index())
        {
            Seed(db, provider, token, index);
        }

        return await SaveAsync(db, seeds.Count, cancellationToken);
    }

    private void Seed(SkyPanelDbContext db, ProviderDescriptor provider, string token, int index)
    {
        var id = Guid.CreateVersion7(time.GetUtcNow());
        db.Add(ProviderAccount.Seed(id, provider, secrets.Protect(token, ProviderAccount.TokenPlace(id)), index, time.GetUtcNow()));
        audit.RecordBySystem(db, null, "provider_account.seeded", id, $"{provider.Type} from {provider.TokenSeedVariable}");
    }

    private async Task<int> SaveAsync(SkyPanelDbContext db, int count, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return count;
        }
        catch (DbUpdateException ex) when (database.IsUniqueViolation(ex))
        {
            // Another node started at the same moment and was first.
            return 0;
        }
    }
}
