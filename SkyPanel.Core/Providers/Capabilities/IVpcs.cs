namespace SkyPanel.Core.Providers.Capabilities;

/// <summary>Private networks of the account that a new machine can be put into.</summary>
public interface IVpcs : IProviderCapability
{
    Task<IReadOnlyList<ProviderVpc>> ListVpcsAsync(CancellationToken cancellationToken);
}

/// <summary>One private network, or one part of it where a machine has to choose a part.</summary>
/// <param name="Id">What a create names in <see cref="DeploymentOption.Vpc"/>.</param>
/// <param name="Name">As the account's owner named it.</param>
/// <param name="RegionId">The region that it lies in; machines elsewhere cannot join.</param>
/// <param name="IpRange">Its addresses in CIDR notation, or null when not told.</param>
/// <param name="IsDefault">Whether machines of its region join it when none is chosen.</param>
public sealed record ProviderVpc(string Id, string Name, string RegionId, string? IpRange, bool IsDefault);
