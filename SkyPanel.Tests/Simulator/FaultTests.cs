using System.Net;

namespace SkyPanel.Tests.Simulator;

public sealed class FaultTests : IAsyncLifetime
{
    private const string Create = "/v4/linode/instances";
    private const string Order = """{"type":"g6-nanode-1","region":"us-east","label":"struck"}""";
    private SimulatorHost _simulator = null!;

    public async ValueTask InitializeAsync() => _simulator = await SimulatorHost.StartInRealTimeAsync();

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    [Theory]
    [InlineData("cut-after", 1)]
    [InlineData("cut-before", 0)]
    [InlineData("truncate", 1)]
    public async Task Cut_AtACreate_LeavesNoAnswerAndItsEffectOrNot(string kind, int made)
    {
        await OrderAsync($$"""{"method":"POST","pathPattern":"/v4/linode/instances","count":1,"kind":"{{kind}}"}""");

        await Assert.ThrowsAsync<HttpRequestException>(() => _simulator.PostAsync(Create, Order));

        Assert.Equal(made, await CountAsync());
    }

    [Fact]
    public async Task Status_AnswersInPlaceWithBodyAndHeaders()
    {
        await OrderAsync("""{"vendor":"linode","method":"POST","path_pattern":"/v4*/linode/instances","count":1,"kind":"status","status":503,"body":{"errors":[{"reason":"down"}]},"headers":{"X-Maintenance-Mode":"on"}}""");

        var struck = await _simulator.PostAsync("/v4beta/linode/instances", Order);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "down"), (struck.Status, struck.TextAt("errors.0.reason")));
        Assert.Equal("on", struck.Message.Headers.GetValues("X-Maintenance-Mode").Single());
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task Status_After_HasItsEffectAllTheSame()
    {
        await OrderAsync("""{"method":"POST","kind":"status","status":504,"count":1,"after":true,"body":"<html>late</html>"}""");

        Assert.Equal(HttpStatusCode.GatewayTimeout, (await _simulator.PostAsync(Create, Order)).Status);

        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task Count_Spent_StrikesNoMore()
    {
        await OrderAsync("""{"method":"GET","kind":"status","status":500,"count":2}""");

        Assert.Equal(HttpStatusCode.InternalServerError, (await _simulator.GetAsync("/v4/regions")).Status);
        Assert.Equal(HttpStatusCode.InternalServerError, (await _simulator.GetAsync("/v2/regions")).Status);
        Assert.Equal(HttpStatusCode.OK, (await _simulator.GetAsync("/v2/regions")).Status);
        Assert.Equal(2, (await _simulator.GetAsync("/_control/faults")).At("0.hits").GetInt32());
    }

    [Fact]
    public async Task Vendor_Other_IsSpared()
    {
        await OrderAsync("""{"vendor":"digitalocean","kind":"status","status":500}""");

        Assert.Equal(HttpStatusCode.OK, (await _simulator.GetAsync("/v4/regions")).Status);
        Assert.Equal(HttpStatusCode.InternalServerError, (await _simulator.GetAsync("/v2/regions")).Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Latency_DelaysTheAnswerAndLosesNothing(bool after)
    {
        await OrderAsync($$"""{"method":"POST","kind":"latency","seconds":0.3,"count":1,"after":{{(after ? "true" : "false")}}}""");
        var watch = System.Diagnostics.Stopwatch.StartNew();

        var created = await _simulator.PostAsync(Create, Order);

        Assert.True(watch.Elapsed >= TimeSpan.FromSeconds(0.25), $"took {watch.Elapsed}");
        Assert.Equal("struck", created.TextAt("label"));
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task Hang_NeverAnswersAndHasNoEffect()
    {
        await OrderAsync("""{"method":"POST","kind":"hang","count":1}""");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(0.4));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => _simulator.SendAsync(HttpMethod.Post, Create, Order, "one", cancellationToken: patience.Token));

        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task Delete_TakesTheFaultAway()
    {
        var fault = await OrderAsync("""{"kind":"status","status":500}""");

        Assert.Equal(HttpStatusCode.NoContent, (await _simulator.DeleteAsync($"/_control/faults/{fault.At("id").GetInt64()}")).Status);

        Assert.Equal(HttpStatusCode.OK, (await _simulator.GetAsync("/v4/regions")).Status);
    }

    [Theory]
    [InlineData("""{"kind":"explode"}""")]
    [InlineData("""{"kind":"latency"}""")]
    [InlineData("""{"kind":"status"}""")]
    [InlineData("""{"kind":"hang","vendor":"acme"}""")]
    [InlineData("nonsense")]
    public async Task Add_WhatCannotBe_IsRefused(string body)
        => Assert.Equal(HttpStatusCode.BadRequest, (await _simulator.PostAsync("/_control/faults", body)).Status);

    private async Task<Reply> OrderAsync(string fault)
    {
        var reply = await _simulator.PostAsync("/_control/faults", fault);
        Assert.Equal(HttpStatusCode.Created, reply.Status);
        return reply;
    }

    private async Task<int> CountAsync() => (await _simulator.GetAsync(Create)).At("results").GetInt32();
}
