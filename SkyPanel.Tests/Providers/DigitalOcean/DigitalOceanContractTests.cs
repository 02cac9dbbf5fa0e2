using SkyPanel.Core.Providers;

namespace SkyPanel.Tests.Providers.DigitalOcean;

public sealed class DigitalOceanContractTests(SimulatorFixture simulator) : ProviderContractTests(simulator)
{
    protected override ProviderType Type => ProviderBench.DigitalOcean;

    protected override string PlanId => "s-1vcpu-1gb";

    protected override string RegionId => "fra1";

    protected override string ImageId => "debian-13-x64";

    protected override string CreatePath => "/v2/droplets";

    [Fact]
    public async Task FindByMark_TagNotSetYet_IsASuspectAndThenOurs()
    {
        var spec = Spec;
        await Simulator.FaultAsync(new { kind = "cut-after", method = "POST", pathPattern = CreatePath, count = 1 });
        await Assert.ThrowsAsync<ProviderException>(() => Provider.CreateInstanceAsync(spec, Cancellation));

        var early = await Provider.FindByMarkAsync(QueryFor(spec), Cancellation);
        Simulator.Clock.Advance(LongEnough);
        var late = await Provider.FindByMarkAsync(QueryFor(spec), Cancellation);

        Assert.Equal((0, 1), (early.Marked.Count, early.Suspects.Count));
        Assert.Equal((1, 0), (late.Marked.Count, late.Suspects.Count));
    }
}
