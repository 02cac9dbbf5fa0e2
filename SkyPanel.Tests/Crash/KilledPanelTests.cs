using SkyPanel.Tests.Support;

namespace SkyPanel.Tests.Crash;

/// <summary>The demo asks for a machine at each provider when it is first started; these starts are cut short.</summary>
public sealed class KilledPanelTests
{
    private const string OneEach = "digitalocean 1, linode 1";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Kill_WhileBothProvidersWorkOnACreate_EndsWithOneMachineEach()
    {
        await using var bench = await CrashBench.StartAsync();
        await bench.Clouds.PostAsync("/_control/faults", """{"method":"POST","path_pattern":"/v4*/linode/instances","kind":"latency","seconds":300,"after":true,"count":1}""");
        await bench.Clouds.PostAsync("/_control/faults", """{"method":"POST","path_pattern":"/v2/droplets","kind":"latency","seconds":300,"after":true,"count":1}""");
        await using (var panel = bench.Panel())
        {
            await panel.AddressAsync();
            await Eventually.BecomesAsync(bench.MachinesAsync, x => x == OneEach, Patience);
            panel.Kill();
        }

        await EndsWithOneEachAsync(bench);
    }

    [Theory]
    [InlineData("create.before-submitted:1")]
    [InlineData("create.answered:1")]
    [InlineData("create.answered:2")]
    [InlineData("create.recorded:2")]
    public async Task Kill_AtAPointOfTheCreate_EndsWithOneMachineEach(string point)
    {
        await using var bench = await CrashBench.StartAsync();

        await bench.DieAtAsync(point);

        await EndsWithOneEachAsync(bench);
    }

    [Fact]
    public async Task Kill_InTheMiddleOfTheFirstMigration_LeavesAPanelThatStarts()
    {
        await using var bench = await CrashBench.StartAsync();

        await bench.DieAtAsync("database.command:12");
        Assert.True(await bench.HasTableAsync("__EFMigrationsLock"), "It did not die in the middle of a migration.");
        Assert.False(await bench.HasTableAsync("vps_instances"), "It died after the migration.");

        await using var panel = bench.Panel();
        var address = await panel.AddressAsync();
        using var browser = new HttpClient { BaseAddress = address };
        Assert.True((await browser.GetAsync(new Uri("/account/sign-in", UriKind.Relative), TestContext.Current.CancellationToken)).IsSuccessStatusCode);
    }

    [Fact]
    public async Task Kill_InTheMiddleOfTheDemosSeed_IsFinishedByTheNextStart()
    {
        await using var bench = await CrashBench.StartAsync();

        await bench.DieAtAsync("intake.committed:1");

        await EndsWithOneEachAsync(bench);
    }

    private static async Task EndsWithOneEachAsync(CrashBench bench)
    {
        await using var panel = bench.Panel();
        await panel.AddressAsync();
        await Eventually.BecomesAsync(bench.StatusesAsync, x => x == "demo-1 Running, demo-2 Running", Patience);
        Assert.Equal(OneEach, await bench.MachinesAsync(TestContext.Current.CancellationToken));
    }
}
