using Microsoft.EntityFrameworkCore;
using SkyPanel.Core.Data;

namespace SkyPanel.Core.ProviderAccounts;

/// <summary>Writes an account's health beside whatever else happens to it: a check is no edit, so it neither meets nor raises the version.</summary>
internal static class ProviderAccountHealth
{
    public static Task RecordCheckAsync(
        this SkyPanelDbContext db, Guid accountId, string tokenCiphertext, ProviderAccountCheck check, CancellationToken cancellationToken)
    {
        var text = ProviderAccount.Fit(check.Text, ProviderAccount.CheckTextLength);
        var name = check.ProviderAccountName is { } some ? ProviderAccount.Fit(some, ProviderAccount.ProviderAccountNameLength) : null;
        return ProviderAccountQueries.WithToken(db, accountId, tokenCiphertext).ExecuteUpdateAsync(
            account => account
                .SetProperty(x => x.LastCheckedAt, check.At)
                .SetProperty(x => x.LastCheckSucceeded, check.Succeeded)
                .SetProperty(x => x.LastCheckText, text)
                .SetProperty(x => x.ProviderAccountName, x => name ?? x.ProviderAccountName),
            cancellationToken);
    }
}
