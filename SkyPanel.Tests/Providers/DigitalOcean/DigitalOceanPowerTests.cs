using System.Net;
using SkyPanel.Core.Providers;

namespace SkyPanel.Tests.Providers.DigitalOcean;

public sealed class DigitalOceanPowerTests
{
    [Fact]
    public async Task Power_Verbs_AreTheVendorsActions()
    {
        using var wire = WireStub.Always(HttpStatusCode.Created, """{"action":{"id":1,"status":"in-progress"}}""");
        await using var bench = new ProviderBench(wire);
        var provider = bench.For(ProviderBench.DigitalOcean);

        await provider.BootAsync("7", ProviderBench.Cancellation);
        await provider.ShutDownAsync("7", ProviderBench.Cancellation);
        await provider.RebootAsync("7", ProviderBench.Cancellation);

        Assert.All(wire.Sent, x => Assert.Equal("POST /v2/droplets/7/actions", x.ToString()));
        Assert.Equal(["""{"type":"power_on"}""", """{"type":"shutdown"}""", """{"type":"reboot"}"""], wire.Sent.Select(x => x.Body), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Delete_PendingEvent_IsBusy()
    {
        using var wire = WireStub.Always(
            HttpStatusCode.UnprocessableEntity, """{"id":"unprocessable_entity","message":"Droplet already has a pending event."}""");
        await using var bench = new ProviderBench(wire);

        var thrown = await Assert.ThrowsAsync<ProviderException>(
            () => bench.For(ProviderBench.DigitalOcean).DeleteInstanceAsync("7", ProviderBench.Cancellation));

        Assert.Equal((ProviderErrorCode.ResourceBusy, true), (thrown.Error.Code, thrown.Error.Retryable));
    }
}
