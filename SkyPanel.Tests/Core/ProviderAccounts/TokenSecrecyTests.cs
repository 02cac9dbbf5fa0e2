using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using SkyPanel.Core.Audit;
using SkyPanel.Core.Catalog;
using SkyPanel.Core.ProviderAccounts;
using SkyPanel.Core.Providers;
using SkyPanel.Tests.Support;

namespace SkyPanel.Tests.Core.ProviderAccounts;

/// <summary>Plants tokens that can be recognised, does with them all that can be done, and looks for them everywhere.</summary>
public sealed class TokenSecrecyTests
{
    private static readonly string[] Canaries = ["canary-seeded-7f3a", "canary-added-91bc", "canary-refused-d0e4", "canary-replaced-55aa", "canary-invalid 1"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AWholeLife_OfPlantedTokens_LeavesNoneInClear()
    {
        await using var host = await CoreHost.StartAsync();

        var seen = await LiveAsync(host);

        var database = host.Database.ReadBytes();
        Assert.True(Contains(database, "The alpha cloud"), "The database was not where it was looked for.");
        Assert.Contains("INSERT INTO", host.Log.Text, StringComparison.Ordinal);
        foreach (var canary in Canaries)
        {
            Assert.False(Contains(database, canary), $"The database holds {canary}.");
            Assert.DoesNotContain(canary, host.Log.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(canary, seen, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void ToString_OfWhatHoldsATokenInClear_LeavesItOut()
    {
        object[] holders =
        [
            new NewProviderAccount("Main", new ProviderType("alpha"), Canaries[0]),
            new ProviderAccountEdit("Main", Canaries[0], 0),
            new ProviderConnection(Guid.NewGuid(), new ProviderType("alpha"), Canaries[0]),
        ];

        Assert.All(holders, x => Assert.DoesNotContain(Canaries[0], x.ToString(), StringComparison.Ordinal));
    }

    /// <summary>What came out of the services on the way: rows, outcomes, exceptions, the audit.</summary>
    private static async Task<string> LiveAsync(CoreHost host)
    {
        var admin = await host.AdminAsync();
        var accounts = host.Get<ProviderAccountService>();
        var seen = new StringBuilder();
        var variables = new ConfigurationBuilder().AddInMemoryCollection([new("ALPHA_TOKEN", Canaries[0])]).Build();
        await host.Get<ProviderAccountSeeder>().SeedAsync(variables, Token);
        seen.Append(await accounts.AddAsync(admin, new NewProviderAccount("Added", host.Cloud.Type, Canaries[1]), Token));
        var added = (await accounts.ListAsync(admin, Token))[^1];
        seen.Append(await accounts.UpdateAsync(admin, added.Id, new ProviderAccountEdit("Added", Canaries[3], added.Version), Token));
        seen.Append(await accounts.AddAsync(admin, new NewProviderAccount("Invalid", host.Cloud.Type, Canaries[4]), Token));
        host.Cloud.FailWith = _ => FakeCloud.BadToken;
        seen.Append(await accounts.AddAsync(admin, new NewProviderAccount("Refused", host.Cloud.Type, Canaries[2]), Token));
        seen.Append(await accounts.UpdateAsync(admin, added.Id, new ProviderAccountEdit("Added", Canaries[2], added.Version + 1), Token));
        seen.Append(await accounts.TestAsync(admin, added.Id, Token));
        seen.Append(await Assert.ThrowsAsync<ProviderException>(() => host.Get<CatalogueReader>().ReadAsync(added.Id, Token)));
        seen.Append(JsonSerializer.Serialize(await accounts.ListAsync(admin, Token)));
        await using var db = host.OpenDb();
        seen.Append(JsonSerializer.Serialize(await db.Set<AuditEntry>().ToListAsync(Token)));
        seen.Append(await accounts.RemoveAsync(admin, added.Id, Token));
        return seen.ToString();
    }

    private static bool Contains(byte[] haystack, string needle) =>
        haystack.AsSpan().IndexOf(Encoding.UTF8.GetBytes(needle)) >= 0 || haystack.AsSpan().IndexOf(Encoding.Unicode.GetBytes(needle)) >= 0;
}
