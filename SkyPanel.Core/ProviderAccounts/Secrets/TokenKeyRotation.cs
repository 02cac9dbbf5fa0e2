using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SkyPanel.Core.Data;

namespace SkyPanel.Core.ProviderAccounts.Secrets;

/// <summary>Rotates the keys that protect provider tokens. For the command line, where whoever may read the key file is trusted with it.</summary>
public sealed class TokenKeyRotation(
    IDbContextFactory<SkyPanelDbContext> dbFactory, IEnumerable<ITokenKeyUse> uses, IOptions<TokenKeyRingOptions> options)
{
    private string Path => options.Value.Path;

    /// <summary>Adds a key and makes it the active one; running panels bring stored tokens under it within minutes.</summary>
    public string AddKey() => TokenKeyRing.AddKey(Path);

    /// <summary>Takes an old key out, unless something is still encrypted under it.</summary>
    /// <returns>How many tokens and secrets still need it; 0 when it is gone now.</returns>
    /// <exception cref="InvalidOperationException">It is the active key, or there is none of that id.</exception>
    public async Task<int> RemoveKeyAsync(string id, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var needed = 0;
        foreach (var use in uses)
        {
            needed += await use.CountAsync(db, SecretBox.Prefix(id), cancellationToken);
        }

        if (needed == 0)
        {
            TokenKeyRing.RemoveKey(Path, id);
        }

        return needed;
    }
}
