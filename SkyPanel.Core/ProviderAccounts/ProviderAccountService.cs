using Microsoft.EntityFrameworkCore;
using SkyPanel.Core.Access;
using SkyPanel.Core.Data;
using SkyPanel.Core.ProviderAccounts.Secrets;
using SkyPanel.Core.Providers;

namespace SkyPanel.Core.ProviderAccounts;

/// <summary>The accounts at cloud providers that the house sells over. No token ever comes out of it.</summary>
public sealed class ProviderAccountService(
    IDbContextFactory<SkyPanelDbContext> dbFactory,
    ProviderGateway gateway,
    SecretBox secrets,
    ProviderAccountJournal journal,
    IEnumerable<IProviderAccountUsage> usages,
    TimeProvider time)
{
    /// <summary>The providers that an account can be added for.</summary>
    public async Task<IReadOnlyList<ProviderDescriptor>> ListTypesAsync(Actor actor, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        await db.RequireAsync(actor, Permission.ViewHouse, cancellationToken);
        return gateway.Providers;
    }

    /// <summary>All accounts that were not removed, in order.</summary>
    public async Task<IReadOnlyList<ProviderAccountRow>> ListAsync(Actor actor, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        await db.RequireAsync(actor, Permission.ViewHouse, cancellationToken);
        return await ProviderAccountQueries.Rows(db).ToListAsync(cancellationToken);
    }

    /// <summary>One account, or null.</summary>
    public async Task<ProviderAccountRow?> GetAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        await db.RequireAsync(actor, Permission.ViewHouse, cancellationToken);
        return await ProviderAccountQueries.Row(db, id).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Asks the provider whether the token is good, and only then stores the account, enabled and last in order.</summary>
    public async Task<AddAccountOutcome> AddAsync(Actor actor, NewProviderAccount account, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        await db.RequireAsync(actor, Permission.ManageCatalog, cancellationToken);
        if (gateway.Providers.All(x => x.Type != account.Type))
        {
            return new AddAccountOutcome.Invalid("type", "There is no such provider.");
        }

        var (name, token) = (account.Name.Trim(), account.Token.Trim());
        if (await ProviderAccountInput.FaultAsync(db, null, name, token, cancellationToken) is { } fault)
        {
            return new AddAccountOutcome.Invalid(fault.Field, fault.Text);
        }

        var id = Guid.CreateVersion7(time.GetUtcNow());
        var check = await gateway.CheckAsync(id, account.Type, token, cancellationToken);
        if (check.Error is { } error)
        {
            return new AddAccountOutcome.Refused(error);
        }

        var last = await ProviderAccountQueries.Live(db).MaxAsync(x => (int?)x.SortOrder, cancellationToken);
        var added = ProviderAccount.Add(id, name, account.Type, Protect(id, token), (last ?? 0) + 1, time.GetUtcNow());
        added.RecordCheck(check);
        db.Add(added);
        await journal.SaveAsync(db, actor, added, "provider_account.added", $"{account.Type} '{name}'", cancellationToken);
        return new AddAccountOutcome.Added(id);
    }

    /// <summary>Renames, and replaces the token when a new one is given and the provider accepts it.</summary>
    public async Task<UpdateAccountOutcome> UpdateAsync(Actor actor, Guid id, ProviderAccountEdit edit, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        await db.RequireAsync(actor, Permission.ManageCatalog, cancellationToken);
        if (await FindAsync(db, id, cancellationToken) is not { } account)
        {
            return new UpdateAccountOutcome.Missing();
        }

        if (account.Version != edit.Version)
        {
            return new UpdateAccountOutcome.Stale();
        }

        var name = edit.Name.Trim();
        var token = string.IsNullOrWhiteSpace(edit.NewToken) ? null : edit.NewToken.Trim();
        if (await ProviderAccountInput.FaultAsync(db, id, name, token, cancellationToken) is { } fault)
        {
            return new UpdateAccountOutcome.Invalid(fault.Field, fault.Text);
        }

        if (token is not null && await ReplaceTokenAsync(account, token, cancellationToken) is { } error)
        {
            return new UpdateAccountOutcome.Refused(error);
        }

        account.Rename(name, time.GetUtcNow());
        return await SaveEditAsync(db, actor, account, token is null ? $"'{name}'" : $"'{name}', new token", cancellationToken);
    }

    /// <summary>Asks the provider now whether the stored token is good, and keeps the answer. Null when there is no such account.</summary>
    public async Task<ProviderAccountCheck?> TestAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        await db.RequireAsync(actor, Permission.ManageCatalog, cancellationToken);
        if (await FindAsync(db, id, cancellationToken) is not { } account)
        {
            return null;
        }

        var check = await gateway.CheckAsync(id, cancellationToken);
        await db.RecordCheckAsync(id, account.TokenCiphertext, check, cancellationToken);
        return check;
    }

    /// <summary>Lets new instances be placed on it. False when there is no such account.</summary>
    public Task<bool> EnableAsync(Actor actor, Guid id, CancellationToken cancellationToken) =>
        ChangeAsync(actor, id, "provider_account.enabled", x => x.Enable(time.GetUtcNow()), cancellationToken);

    /// <summary>Lets no new instance be placed on it; those that it has are looked after all the same. False when there is no such account.</summary>
    public Task<bool> DisableAsync(Actor actor, Guid id, CancellationToken cancellationToken) =>
        ChangeAsync(actor, id, "provider_account.disabled", x => x.Disable(time.GetUtcNow()), cancellationToken);

    /// <summary>Puts it at a place (from 0) in the order in which accounts are listed and tried. False when there is no such account.</summary>
    public Task<bool> MoveAsync(Actor actor, Guid id, int position, CancellationToken cancellationToken) =>
        Attempts.UntilSavedAsync(() => TryMoveAsync(actor, id, position, cancellationToken));

    /// <summary>Takes it out of use for good and forgets its token, unless something hangs on it.</summary>
    public Task<RemoveAccountOutcome> RemoveAsync(Actor actor, Guid id, CancellationToken cancellationToken) =>
        Attempts.UntilSavedAsync(() => TryRemoveAsync(actor, id, cancellationToken));

    private async Task<bool> TryMoveAsync(Actor actor, Guid id, int position, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        await db.RequireAsync(actor, Permission.ManageCatalog, cancellationToken);
        var accounts = await ProviderAccountQueries.Live(db).ToListAsync(cancellationToken);
        if (accounts.Find(x => x.Id == id) is not { } account)
        {
            return false;
        }

        accounts.Remove(account);
        accounts.Insert(Math.Clamp(position, 0, accounts.Count), account);
        foreach (var (index, each) in accounts.Index())
        {
            each.MoveTo(index);
        }

        await journal.SaveAsync(db, actor, account, "provider_account.moved", $"to place {account.SortOrder + 1}", cancellationToken);
        return true;
    }

    private async Task<RemoveAccountOutcome> TryRemoveAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        await db.RequireAsync(actor, Permission.ManageCatalog, cancellationToken);
        if (await FindAsync(db, id, cancellationToken) is not { } account)
        {
            return new RemoveAccountOutcome.Missing();
        }

        var uses = new List<string>();
        foreach (var usage in usages)
        {
            if (await usage.DescribeAsync(db, id, cancellationToken) is { } use)
            {
                uses.Add(use);
            }
        }

        if (uses.Count > 0)
        {
            return new RemoveAccountOutcome.InUse(uses);
        }

        account.Remove(time.GetUtcNow());
        await journal.SaveAsync(db, actor, account, "provider_account.removed", $"'{account.Name}'", cancellationToken);
        return new RemoveAccountOutcome.Removed();
    }

    private static Task<ProviderAccount?> FindAsync(SkyPanelDbContext db, Guid id, CancellationToken cancellationToken) =>
        ProviderAccountQueries.Live(db).SingleOrDefaultAsync(x => x.Id == id, cancellationToken);

    private async Task<ProviderError?> ReplaceTokenAsync(ProviderAccount account, string token, CancellationToken cancellationToken)
    {
        var check = await gateway.CheckAsync(account.Id, account.Type, token, cancellationToken);
        if (check.Succeeded)
        {
            account.ReplaceToken(Protect(account.Id, token), time.GetUtcNow());
            account.RecordCheck(check);
        }

        return check.Error;
    }

    private async Task<UpdateAccountOutcome> SaveEditAsync(
        SkyPanelDbContext db, Actor actor, ProviderAccount account, string detail, CancellationToken cancellationToken)
    {
        try
        {
            await journal.SaveAsync(db, actor, account, "provider_account.updated", detail, cancellationToken);
            return new UpdateAccountOutcome.Updated();
        }
        catch (DbUpdateConcurrencyException)
        {
            return new UpdateAccountOutcome.Stale();
        }
    }

    private Task<bool> ChangeAsync(
        Actor actor, Guid id, string action, Action<ProviderAccount> change, CancellationToken cancellationToken) =>
        Attempts.UntilSavedAsync(() => TryChangeAsync(actor, id, action, change, cancellationToken));

    private async Task<bool> TryChangeAsync(
        Actor actor, Guid id, string action, Action<ProviderAccount> change, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        await db.RequireAsync(actor, Permission.ManageCatalog, cancellationToken);
        if (await FindAsync(db, id, cancellationToken) is not { } account)
        {
            return false;
        }

        change(account);
        await journal.SaveAsync(db, actor, account, action, $"'{account.Name}'", cancellationToken);
        return true;
    }

    private string Protect(Guid id, string token) => secrets.Protect(token, ProviderAccount.TokenPlace(id));
}
