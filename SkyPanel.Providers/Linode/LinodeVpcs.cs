using SkyPanel.Core.Providers.Capabilities;
using SkyPanel.Providers.Http;

namespace SkyPanel.Providers.Linode;

/// <summary>A machine joins a subnet, so each subnet is one network to choose.</summary>
internal sealed class LinodeVpcs(ProviderHttpClient client) : IVpcs
{
    public async Task<IReadOnlyList<ProviderVpc>> ListVpcsAsync(CancellationToken cancellationToken)
        => [.. (await client.ListAsync<LinodeVpc>("vpcs", x => x.Id, cancellationToken)).SelectMany(x => x.ToVpcs())];
}

internal sealed record LinodeVpc(long Id, string? Label = null, string? Region = null, string? VpcType = null, IReadOnlyList<LinodeSubnet>? Subnets = null)
{
    /// <summary>Other types are for accelerated machines only.</summary>
    public IEnumerable<ProviderVpc> ToVpcs() => VpcType is null or "regular"
        ? (Subnets ?? []).Select(x => new ProviderVpc(InstanceId.Text(x.Id), $"{Label} / {x.Label}", Region ?? "", x.Ipv4, IsDefault: false))
        : [];
}

internal sealed record LinodeSubnet(long Id, string? Label = null, string? Ipv4 = null);
