using SkyPanel.Core.Providers;

namespace SkyPanel.Tests.Providers.Linode;

public sealed class LinodeContractTests(SimulatorFixture simulator) : ProviderContractTests(simulator)
{
    protected override ProviderType Type => ProviderBench.Linode;

    protected override string PlanId => "g6-nanode-1";

    protected override string RegionId => "eu-central";

    protected override string ImageId => "linode/debian12";

    protected override string CreatePath => "/v4/linode/instances";

    [Fact]
    public async Task Create_WeakPassword_IsPasswordTooWeak()
    {
        var thrown = await Assert.ThrowsAsync<ProviderException>(
            () => Provider.CreateInstanceAsync(Spec with { AuthorizedKeys = [], RootPassword = "aaaaaaaa" }, Cancellation));

        Assert.Equal((ProviderErrorCode.PasswordTooWeak, "password"), (thrown.Error.Code, thrown.Error.Field));
    }
}
