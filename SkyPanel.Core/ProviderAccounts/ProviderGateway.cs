using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SkyPanel.Core.Alerts;
using SkyPanel.Core.Data;
using SkyPanel.Core.ProviderAccounts.Secrets;
using SkyPanel.Core.Providers;

namespace SkyPanel.Core.ProviderAccounts;

/// <summary>
/// From an account's id to an adapter that speaks for it: the only place where a stored token is decrypted. For other Core services only;
/// it asks nobody's permission.
/// </summary>
public sealed class ProviderGateway(
    IDbContextFactory<SkyPanelDbContext> dbFactory,
    IProviderFactory factory,
    SecretBox secrets,
    AlertBook alerts,
    IOptions<ProviderEndpointOptions> endpoint,
    TimeProvider time)
{
    /// <summary>Every provider that has an adapter.</summary>
    public IReadOnlyList<ProviderDescriptor> Providers => factory.Descriptors;

    /// <summary>Opens an account for somebody who waits; see the other overload.</summary>
    public Task<IProviderService> OpenAsync(Guid accountId, CancellationToken cancellationToken) =>
        OpenAsync(accountId, ProviderPriority.Person, cancellationToken);

    /// <summary>
    /// Opens an account, also one that is disabled: its machines are looked after all the same. Calls nobody. What is called over it later
    /// takes its turn by <paramref name="priority"/>.
    /// </summary>
    /// <exception cref="ProviderException">
    /// ProviderNotFound (no such account or adapter), ProviderInactive (it was removed), CredentialUnreadable (its token cannot be
    /// decrypted; the account's health says so from then on).
    /// </exception>
    public async Task<IProviderService> OpenAsync(Guid accountId, ProviderPriority priority, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var account = await db.Set<ProviderAccount>().AsNoTracking().SingleOrDefaultAsync(x => x.Id == accountId, cancellationToken)
            ?? throw new ProviderException(ProviderAccountErrors.NotFound);
        if (account.DeletedAt is not null)
        {
            throw new ProviderException(ProviderAccountErrors.Removed);
        }

        try
        {
            return Open(account.Id, account.Type, secrets.Unprotect(account.TokenCiphertext, ProviderAccount.TokenPlace(account.Id)), priority);
        }
        catch (SecretUnreadableException)
        {
            var check = ProviderAccountCheck.Failed(ProviderAccountErrors.Unreadable, time.GetUtcNow());
            await db.RecordCheckAsync(account.Id, account.TokenCiphertext, check, cancellationToken);
            await alerts.RaiseAsync(
                AlertKind.CredentialUnreadable, account.Id, $"The token of '{account.Name}' cannot be read. Enter it anew, or restore the key file that it was protected with.", cancellationToken);
            throw new ProviderException(ProviderAccountErrors.Unreadable);
        }
    }

    /// <summary>Asks the provider whether a token that is not stored yet is good.</summary>
    internal Task<ProviderAccountCheck> CheckAsync(Guid accountId, ProviderType type, string token, CancellationToken cancellationToken) =>
        CheckAsync(() => Task.FromResult(Open(accountId, type, token)), cancellationToken);

    /// <summary>Asks the provider whether the stored token is good.</summary>
    internal Task<ProviderAccountCheck> CheckAsync(Guid accountId, CancellationToken cancellationToken) =>
        CheckAsync(() => OpenAsync(accountId, cancellationToken), cancellationToken);

    private async Task<ProviderAccountCheck> CheckAsync(Func<Task<IProviderService>> open, CancellationToken cancellationToken)
    {
        try
        {
            var provider = await open();
            return ProviderAccountCheck.Passed(await provider.ValidateCredentialsAsync(cancellationToken), time.GetUtcNow());
        }
        catch (ProviderException ex)
        {
            return ProviderAccountCheck.Failed(ex.Error, time.GetUtcNow());
        }
    }

    private IProviderService Open(Guid accountId, ProviderType type, string token, ProviderPriority priority = ProviderPriority.Person) =>
        factory.Create(new ProviderConnection(accountId, type, token, endpoint.Value.BaseAddress, priority));
}
