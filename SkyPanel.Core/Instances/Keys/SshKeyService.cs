using Microsoft.EntityFrameworkCore;
using SkyPanel.Core.Access;
using SkyPanel.Core.Audit;
using SkyPanel.Core.Data;

namespace SkyPanel.Core.Instances.Keys;

/// <summary>The organisation's public keys.</summary>
public sealed class SshKeyService(IDbContextFactory<SkyPanelDbContext> dbFactory, IDatabase database, AuditLog audit, TimeProvider time)
{
    public async Task<IReadOnlyList<SshKeyRow>> ListAsync(Actor actor, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        await db.RequireAsync(actor, Permission.ViewInstances, cancellationToken);
        return await SshKeyQueries.Rows(db, actor.OrganizationId).ToListAsync(cancellationToken);
    }

    /// <summary>Adds a key under a name; the key's own comment serves when the name is empty.</summary>
    public async Task<AddSshKeyOutcome> AddAsync(Actor actor, string name, string publicKey, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        await db.RequireAsync(actor, Permission.ManageInstances, cancellationToken);
        if (PublicKeyLine.Parse(publicKey) is not { Text.Length: <= SshKey.KeyLength } line)
        {
            return new AddSshKeyOutcome.Invalid("key", "Paste one line of a public key, as in a .pub file: it begins with ssh-ed25519, ssh-rsa or ecdsa-sha2.");
        }

        var title = name.Trim().Length > 0 ? name.Trim() : line.Comment;
        if (title.Length is 0 or > SshKey.NameLength)
        {
            return new AddSshKeyOutcome.Invalid("name", $"Give the key a name of at most {SshKey.NameLength} characters.");
        }

        return await AddAsync(db, actor, SshKey.Of(actor.OrganizationId, title, line, time.GetUtcNow()), cancellationToken);
    }

    /// <summary>Removes a key from the list; machines that have it keep it. False when the organisation has no such key.</summary>
    public async Task<bool> RemoveAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        await db.RequireAsync(actor, Permission.ManageInstances, cancellationToken);
        var key = await db.Set<SshKey>().SingleOrDefaultAsync(x => x.Id == id && x.OrganizationId == actor.OrganizationId, cancellationToken);
        if (key is null)
        {
            return false;
        }

        db.Remove(key);
        audit.Record(db, actor, "ssh_key.removed", id, key.Fingerprint);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    private async Task<AddSshKeyOutcome> AddAsync(SkyPanelDbContext db, Actor actor, SshKey key, CancellationToken cancellationToken)
    {
        db.Add(key);
        audit.Record(db, actor, "ssh_key.added", key.Id, key.Fingerprint);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return new AddSshKeyOutcome.Added(new SshKeyRow(key.Id, key.Name, key.Fingerprint, key.CreatedAt));
        }
        catch (DbUpdateException ex) when (database.IsUniqueViolation(ex))
        {
            return new AddSshKeyOutcome.Invalid("key", "This key is in your list already.");
        }
    }
}

/// <summary>A key as lists show it.</summary>
public sealed record SshKeyRow(Guid Id, string Name, string Fingerprint, DateTimeOffset CreatedAt);

/// <summary>What can come of adding a key.</summary>
public abstract record AddSshKeyOutcome
{
    private AddSshKeyOutcome()
    {
    }

    public T Match<T>(Func<SshKeyRow, T> added, Func<string, string, T> invalid) => this switch
    {
        Added x => added(x.Key),
        Invalid x => invalid(x.Field, x.Text),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public sealed record Added(SshKeyRow Key) : AddSshKeyOutcome;

    /// <summary>The field <c>name</c> or <c>key</c>, and what is wrong with it.</summary>
    public sealed record Invalid(string Field, string Text) : AddSshKeyOutcome;
}
