using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using SkyPanel.Core.ProviderAccounts;
using SkyPanel.Tests.Support;
using SkyPanel.Tests.Support.Engines;

namespace SkyPanel.Tests.Core.ProviderAccounts;

public sealed class ProviderAccountSeederTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SeedAsync_NoAccountsYet_AddsOneForEachVariableThatIsSetAndAsksNobody()
    {
        await using var host = await CoreHost.StartAsync();

        var added = await host.Get<ProviderAccountSeeder>().SeedAsync(Variables(("ALPHA_TOKEN", " seeded-token\n"), ("BETA_TOKEN", "  ")), Token);

        Assert.Equal(1, added);
        Assert.Empty(host.Cloud.Calls);
        var row = Assert.Single(await host.Get<ProviderAccountService>().ListAsync(await host.AdminAsync(), Token));
        Assert.Equal((host.Cloud.Type, "The alpha cloud", true, (bool?)null), (row.Type, row.Name, row.Enabled, row.LastCheckSucceeded));
        await (await host.Get<ProviderGateway>().OpenAsync(row.Id, Token)).ListInstancesAsync(Token);
        Assert.Equal("seeded-token", Assert.Single(host.Cloud.Calls).Connection.Token);
    }

    [Fact]
    public async Task SeedAsync_EveryStart_SeedsOnceEvenAfterRemoval()
    {
        await using var host = await CoreHost.StartAsync();
        var seeder = host.Get<ProviderAccountSeeder>();
        var admin = await host.AdminAsync();
        await seeder.SeedAsync(Variables(("ALPHA_TOKEN", "one")), Token);
        var seeded = Assert.Single(await host.Get<ProviderAccountService>().ListAsync(admin, Token));

        Assert.Equal(0, await seeder.SeedAsync(Variables(("ALPHA_TOKEN", "two"), ("BETA_TOKEN", "three")), Token));
        await host.Get<ProviderAccountService>().RemoveAsync(admin, seeded.Id, Token);
        Assert.Equal(0, await seeder.SeedAsync(Variables(("ALPHA_TOKEN", "one")), Token));

        Assert.Empty(await host.Get<ProviderAccountService>().ListAsync(admin, Token));
    }

    [Fact]
    public async Task SeedAsync_AnAdminWasFirst_AddsNothing()
    {
        await using var host = await CoreHost.StartAsync();
        await host.AddAccountAsync(await host.AdminAsync(), host.OtherCloud);

        Assert.Equal(0, await host.Get<ProviderAccountSeeder>().SeedAsync(Variables(("ALPHA_TOKEN", "one")), Token));
    }

    [Theory]
    [OnEachEngine]
    public async Task SeedAsync_ManyNodesStartAtOnce_SeedOnce(string engine)
    {
        await using var host = await CoreHost.StartAsync(engine: engine);
        var seeder = host.Get<ProviderAccountSeeder>();
        var variables = Variables(("ALPHA_TOKEN", "one"), ("BETA_TOKEN", "two"));

        var added = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => seeder.SeedAsync(variables, Token), Token)));

        Assert.Equal(2, added.Sum());
        await using var db = host.OpenDb();
        Assert.Equal(2, await db.Set<ProviderAccount>().CountAsync(Token));
    }

    [Fact]
    public async Task SeedAsync_NothingSet_AddsNothing()
    {
        await using var host = await CoreHost.StartAsync();

        Assert.Equal(0, await host.Get<ProviderAccountSeeder>().SeedAsync(Variables(), Token));
    }

    private static IConfiguration Variables(params (string Name, string Value)[] variables) => new ConfigurationBuilder()
        .AddInMemoryCollection(variables.ToDictionary(x => x.Name, x => (string?)x.Value, StringComparer.Ordinal))
        .Build();
}
