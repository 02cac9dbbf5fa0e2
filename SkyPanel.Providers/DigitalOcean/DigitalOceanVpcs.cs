using SkyPanel.Core.Providers.Capabilities;
using SkyPanel.Providers.Http;

namespace SkyPanel.Providers.DigitalOcean;

internal sealed class DigitalOceanVpcs(ProviderHttpClient client) : IVpcs
{
    public async Task<IReadOnlyList<ProviderVpc>> ListVpcsAsync(CancellationToken cancellationToken)
        => [.. (await client.ListAsync<VpcListing, Vpc>("vpcs", x => x.Id, cancellationToken)).Select(x => x.ToVpc())];
}

internal sealed record VpcListing(IReadOnlyList<Vpc> Vpcs, DigitalOceanLinks? Links = null, DigitalOceanMeta? Meta = null)
    : DigitalOceanListing<Vpc>(Links, Meta)
{
    protected override IReadOnlyList<Vpc> Items => Vpcs;
}

internal sealed record Vpc(string Id, string? Name = null, string? Region = null, string? IpRange = null, bool Default = false)
{
    public ProviderVpc ToVpc() => new(Id, Name ?? Id, Region ?? "", IpRange, Default);
}
