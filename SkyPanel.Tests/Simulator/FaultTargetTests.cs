using System.Net;

namespace SkyPanel.Tests.Simulator;

/// <summary>Whom a fault meets, and how often.</summary>
public sealed class FaultTargetTests : IAsyncLifetime
{
    private SimulatorHost _simulator = null!;

    public async ValueTask InitializeAsync() => _simulator = await SimulatorHost.StartAsync();

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    [Fact]
    public async Task Token_Named_IsStruckAlone()
    {
        await OrderAsync("""{"kind":"error-500","token":"one"}""");

        Assert.Equal(HttpStatusCode.InternalServerError, (await _simulator.GetAsync("/v2/account")).Status);
        Assert.Equal(HttpStatusCode.OK, (await _simulator.GetAsync("/v2/account", token: "two")).Status);
    }

    [Fact]
    public async Task Skip_LetsTheFirstPass()
    {
        await OrderAsync("""{"kind":"error-500","path_pattern":"/v2/account","skip":2,"count":1}""");

        Assert.Equal("200 200 500 200", await StatusesAsync(_simulator, 4));
    }

    [Fact]
    public async Task Probability_StrikesAboutSoManyAndTheSameForTheSameSeed()
    {
        const string Half = """{"kind":"error-500","path_pattern":"/v2/account","probability":0.5}""";
        await using var seventh = await SimulatorHost.StartAsync("--seed", "7");
        await using var eighth = await SimulatorHost.StartAsync("--seed", "8");
        await OrderAsync(Half);
        await seventh.PostAsync("/_control/faults", Half);
        await eighth.PostAsync("/_control/faults", Half);

        var first = await StatusesAsync(seventh, 100);
        await seventh.PostAsync("/_control/reset");
        await seventh.PostAsync("/_control/faults", Half);

        Assert.InRange(first.Split("500").Length - 1, 30, 70);
        Assert.Equal(first, await StatusesAsync(seventh, 100));
        Assert.NotEqual(first, await StatusesAsync(eighth, 100));
    }

    [Fact]
    public async Task Fault_ThatSpares_LeavesTheRequestToTheNext()
    {
        await OrderAsync("""{"kind":"error-500","path_pattern":"/v2/account","probability":0}""");
        await OrderAsync("""{"kind":"error-503","path_pattern":"/v2/account"}""");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await _simulator.GetAsync("/v2/account")).Status);
        var faults = await _simulator.GetAsync("/_control/faults");
        Assert.Equal((1, 0, 1), (faults.At("0.seen").GetInt32(), faults.At("0.hits").GetInt32(), faults.At("1.hits").GetInt32()));
    }

    [Theory]
    [InlineData("""{"kind":"error-500","probability":1.5}""")]
    [InlineData("""{"kind":"stale-list"}""")]
    [InlineData("""{"kind":"slow-provisioning"}""")]
    public async Task Order_ThatCannotBe_IsRefused(string fault)
        => Assert.Equal(HttpStatusCode.BadRequest, (await _simulator.PostAsync("/_control/faults", fault)).Status);

    private static async Task<string> StatusesAsync(SimulatorHost simulator, int times)
    {
        var statuses = new List<int>();
        for (var request = 0; request < times; request++)
        {
            statuses.Add((int)(await simulator.GetAsync("/v2/account")).Status);
        }

        return string.Join(' ', statuses);
    }

    private async Task OrderAsync(string fault) => Assert.Equal(HttpStatusCode.Created, (await _simulator.PostAsync("/_control/faults", fault)).Status);
}
