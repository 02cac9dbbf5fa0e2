using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Time.Testing;
using SkyPanel.Core.Providers;

namespace SkyPanel.Tests.Providers.Http;

public sealed class RetryTests
{
    private const string Running = """{"id":7,"label":"x","status":"running","region":"r","type":"t"}""";

    [Theory]
    [InlineData(HttpStatusCode.RequestTimeout)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task Get_PassingFailure_IsTriedAgainUntilItWorks(HttpStatusCode status)
    {
        using var wire = WireStub.InOrder(() => WireStub.Answer(status), () => WireStub.Answer(status), () => WireStub.Json(Running));
        await using var bench = new ProviderBench(wire);

        var found = await bench.For(ProviderBench.Linode).GetInstanceAsync("7", ProviderBench.Cancellation);

        Assert.Equal(InstanceStatus.Running, found!.Status);
        Assert.Equal(3, wire.Sent.Count);
    }

    [Fact]
    public async Task Get_NeverWorks_StopsAfterFourTries()
    {
        using var wire = WireStub.Always(HttpStatusCode.BadGateway);
        await using var bench = new ProviderBench(wire);

        await Assert.ThrowsAsync<ProviderException>(() => bench.For(ProviderBench.Linode).GetInstanceAsync("7", ProviderBench.Cancellation));

        Assert.Equal(4, wire.Sent.Count);
    }

    [Fact]
    public async Task Get_ProxyPageWith400_IsTriedAgain()
    {
        using var wire = WireStub.InOrder(
            () => WireStub.Answer(HttpStatusCode.BadRequest, "<html><h1>400 Bad Request</h1></html>", "text/html"), () => WireStub.Json(Running));
        await using var bench = new ProviderBench(wire);

        Assert.NotNull(await bench.For(ProviderBench.Linode).GetInstanceAsync("7", ProviderBench.Cancellation));
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.UnprocessableEntity)]
    public async Task Get_Refused_IsNotTriedAgain(HttpStatusCode status)
    {
        using var wire = WireStub.Always(status);
        await using var bench = new ProviderBench(wire);

        await Assert.ThrowsAsync<ProviderException>(() => bench.For(ProviderBench.Linode).GetInstanceAsync("7", ProviderBench.Cancellation));

        Assert.Single(wire.Sent);
    }

    [Fact]
    public async Task Get_Maintenance_IsNotTriedAgain()
    {
        using var wire = WireStub.Always(HttpStatusCode.ServiceUnavailable, headers: ("X-Maintenance-Mode", "true"));
        await using var bench = new ProviderBench(wire);

        var thrown = await Assert.ThrowsAsync<ProviderException>(
            () => bench.For(ProviderBench.Linode).GetInstanceAsync("7", ProviderBench.Cancellation));

        Assert.Equal(ProviderErrorCode.Unavailable, thrown.Error.Code);
        Assert.Single(wire.Sent);
    }

    [Fact]
    public async Task Delete_ServerErrorThenGone_CountsAsDeleted()
    {
        using var wire = WireStub.InOrder(() => WireStub.Answer(HttpStatusCode.BadGateway), () => WireStub.Answer(HttpStatusCode.NotFound));
        await using var bench = new ProviderBench(wire);

        await bench.For(ProviderBench.DigitalOcean).DeleteInstanceAsync("7", ProviderBench.Cancellation);

        Assert.Equal(2, wire.Sent.Count);
    }

    [Theory]
    [InlineData("linode", HttpStatusCode.ServiceUnavailable)]
    [InlineData("linode", HttpStatusCode.TooManyRequests)]
    [InlineData("linode", HttpStatusCode.RequestTimeout)]
    [InlineData("digitalocean", HttpStatusCode.ServiceUnavailable)]
    [InlineData("digitalocean", HttpStatusCode.TooManyRequests)]
    public async Task Create_AnyFailure_SendsThePostOnce(string type, HttpStatusCode status)
    {
        using var wire = new WireStub(x => x.IsPost ? WireStub.Answer(status) : WireStub.Json("""{"id":"x"}"""));
        await using var bench = new ProviderBench(wire);

        await Assert.ThrowsAsync<ProviderException>(
            () => bench.For(new ProviderType(type)).CreateInstanceAsync(ProviderBench.Spec, ProviderBench.Cancellation));

        Assert.Single(wire.Sent, x => x.IsPost);
    }

    [Fact]
    public async Task Create_ConnectionLost_SendsThePostOnce()
    {
        using var wire = new WireStub(x => x.IsPost ? throw new IOException("reset", new SocketException()) : WireStub.Json("""{"id":"x"}"""));
        await using var bench = new ProviderBench(wire);

        var thrown = await Assert.ThrowsAsync<ProviderException>(
            () => bench.For(ProviderBench.Linode).CreateInstanceAsync(ProviderBench.Spec, ProviderBench.Cancellation));

        Assert.Single(wire.Sent, x => x.IsPost);
        Assert.Equal(ProviderOutcome.Unknown, thrown.Error.Outcome);
    }

    [Fact]
    public async Task Boot_ServerError_SendsThePostOnce()
    {
        using var wire = WireStub.Always(HttpStatusCode.BadGateway);
        await using var bench = new ProviderBench(wire);

        await Assert.ThrowsAsync<ProviderException>(() => bench.For(ProviderBench.Linode).BootAsync("7", ProviderBench.Cancellation));

        Assert.Single(wire.Sent);
    }

    [Fact]
    public async Task Get_AskedToWait_WaitsThatLong()
    {
        var time = new FakeTimeProvider();
        var tries = new List<DateTimeOffset>();
        using var wire = new WireStub(_ =>
        {
            tries.Add(time.GetUtcNow());
            return WireStub.Answer(HttpStatusCode.TooManyRequests, headers: ("Retry-After", "7"));
        });
        await using var bench = new ProviderBench(wire, x => x.MaxRetries = 1, time);

        await ProviderBench.FailAsync(() => bench.For(ProviderBench.Linode).GetInstanceAsync("7", ProviderBench.Cancellation), time);

        Assert.Equal(2, tries.Count);
        Assert.InRange(tries[1] - tries[0], TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(8));
    }

    [Fact]
    public async Task Get_AskedToWaitPastTheBudget_FailsAtOnceAndTellsHowLong()
    {
        using var wire = WireStub.Always(HttpStatusCode.TooManyRequests, headers: ("Retry-After", "120"));
        await using var bench = new ProviderBench(wire);

        var thrown = await Assert.ThrowsAsync<ProviderException>(
            () => bench.For(ProviderBench.Linode).GetInstanceAsync("7", ProviderBench.Cancellation));

        Assert.Single(wire.Sent);
        Assert.Equal(TimeSpan.FromSeconds(120), thrown.Error.RetryAfter);
    }

    [Fact]
    public async Task Get_LongOutage_KeepsRepeatedTriesToATenth()
    {
        using var wire = WireStub.Always(HttpStatusCode.BadGateway);
        await using var bench = new ProviderBench(wire, x => x.BreakerMinimumCalls = 10_000);
        var provider = bench.For(ProviderBench.Linode);

        const int Calls = 200;
        for (var i = 0; i < Calls; i++)
        {
            await Assert.ThrowsAsync<ProviderException>(() => provider.GetInstanceAsync("7", ProviderBench.Cancellation));
        }

        Assert.InRange(wire.Sent.Count, Calls, (Calls * 1.1) + 10);
    }
}
