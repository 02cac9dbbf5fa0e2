using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SkyPanel.Core.Data;
using SkyPanel.Core.ProviderAccounts.Secrets;

namespace SkyPanel.Core.Operations.Secrets;

/// <summary>Puts an operation's secrets away and takes them out, bound to the operation and the field that they were stored for.</summary>
public sealed class OperationSecrets(SecretBox box, IOptions<OperationOptions> options, TimeProvider time)
{
    /// <summary>Adds a secret to the unit of work that adds its operation.</summary>
    public void Store(SkyPanelDbContext db, Guid operationId, SecretField field, string value)
    {
        var ciphertext = box.Protect(value, AssociatedData(operationId, field));
        db.Add(OperationSecret.Of(operationId, field, ciphertext, time.GetUtcNow() + options.Value.SecretLifetime));
    }

    /// <summary>The secret in clear, or null when there is none or its time is over.</summary>
    /// <exception cref="SecretUnreadableException">It is there but cannot be decrypted.</exception>
    public async Task<string?> ReadAsync(SkyPanelDbContext db, Guid operationId, SecretField field, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var secret = await db.Set<OperationSecret>().AsNoTracking()
            .SingleOrDefaultAsync(x => x.OperationId == operationId && x.Field == field && x.ExpiresAt > now, cancellationToken);
        return secret is null ? null : box.Unprotect(secret.Ciphertext, AssociatedData(operationId, field));
    }

    /// <summary>Marks a secret for deletion with the next save.</summary>
    public static async Task EraseAsync(SkyPanelDbContext db, Guid operationId, SecretField field, CancellationToken cancellationToken)
    {
        if (await db.Set<OperationSecret>().SingleOrDefaultAsync(x => x.OperationId == operationId && x.Field == field, cancellationToken) is { } secret)
        {
            db.Remove(secret);
        }
    }

    /// <summary>Erases whatever outlived its time. Returns how many.</summary>
    public Task<int> EraseExpiredAsync(SkyPanelDbContext db, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return db.Set<OperationSecret>().Where(x => x.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken);
    }

    private static string AssociatedData(Guid operationId, SecretField field) => $"operation_secrets|{operationId:n}|{field}";
}
