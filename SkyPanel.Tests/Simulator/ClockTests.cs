using System.Net;

namespace SkyPanel.Tests.Simulator;

public sealed class ClockTests : IAsyncLifetime
{
    private const string Order = """{"type":"g6-nanode-1","region":"us-east"}""";
    private SimulatorHost _simulator = null!;

    public async ValueTask InitializeAsync() => _simulator = await SimulatorHost.StartAsync();

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    [Fact]
    public async Task Advance_LetsMachinesComeAbout()
    {
        var id = (await _simulator.PostAsync("/v4/linode/instances", Order)).TextAt("id");

        var clock = await _simulator.PutAsync("/_control/clock", """{"advance_seconds":60}""");

        Assert.Equal("offline", await StatusAsync(id));
        Assert.Equal(_simulator.Time.GetUtcNow().AddSeconds(60), clock.At("now").GetDateTimeOffset());
    }

    [Fact]
    public async Task Frozen_TimeStandsUntilItIsMovedOrLetGo()
    {
        await _simulator.PutAsync("/_control/clock", """{"frozen":true}""");
        var id = (await _simulator.PostAsync("/v4/linode/instances", Order)).TextAt("id");
        _simulator.Pass(60);
        Assert.Equal("provisioning", await StatusAsync(id));

        await _simulator.PutAsync("/_control/clock", """{"advance_seconds":3}""");
        Assert.Equal("provisioning", await StatusAsync(id));
        await _simulator.PutAsync("/_control/clock", """{"frozen":false}""");
        Assert.Equal("provisioning", await StatusAsync(id));
        _simulator.Pass(2);

        Assert.Equal("offline", await StatusAsync(id));
    }

    [Fact]
    public async Task Now_Set_IsWhereTimeGoesOn()
    {
        await _simulator.PutAsync("/_control/clock", """{"now":"2027-01-31T23:59:00Z"}""");
        _simulator.Pass(30);

        var made = await _simulator.PostAsync("/v4/linode/instances", Order);

        Assert.Equal("2027-01-31T23:59:30", made.TextAt("created"));
    }

    [Fact]
    public async Task Reset_GivesTheCallersTimeBack()
    {
        await _simulator.PutAsync("/_control/clock", """{"advance_seconds":1000,"frozen":true}""");

        await _simulator.PostAsync("/_control/reset");

        var clock = await _simulator.GetAsync("/_control/clock");
        Assert.Equal((_simulator.Time.GetUtcNow(), false), (clock.At("now").GetDateTimeOffset(), clock.At("frozen").GetBoolean()));
    }

    [Fact]
    public async Task Change_OfNothing_IsRefused()
        => Assert.Equal(HttpStatusCode.BadRequest, (await _simulator.PutAsync("/_control/clock", "{}")).Status);

    [Fact]
    public async Task Seed_TheSame_GivesTheSameIdsAndAnotherGivesOthers()
    {
        await using var seventh = await SimulatorHost.StartAsync("--seed", "7");
        await using var again = await SimulatorHost.StartAsync("--seed", "7");
        await using var eighth = await SimulatorHost.StartAsync("--seed", "8");

        var first = await IdsAsync(seventh);

        Assert.Equal(first, await IdsAsync(again));
        Assert.NotEqual(first.Machine, (await IdsAsync(eighth)).Machine);
        Assert.NotEqual(first.Request, (await IdsAsync(eighth)).Request);
    }

    private static async Task<(string? Machine, string Request)> IdsAsync(SimulatorHost simulator)
    {
        var machine = await simulator.PostAsync("/v4/linode/instances", Order);
        var account = await simulator.GetAsync("/v2/account");
        return (machine.TextAt("id"), account.Message.Headers.GetValues("x-request-id").Single());
    }

    private async Task<string?> StatusAsync(string? id) => (await _simulator.GetAsync("/v4/linode/instances/" + id)).TextAt("status");
}
