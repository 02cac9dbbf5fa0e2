namespace SkyPanel.Core.Providers.Capabilities;

/// <summary>Ready-made applications that take the place of an image when a machine is created.</summary>
public interface IMarketplaceCatalog : IProviderCapability
{
    Task<IReadOnlyList<ProviderApp>> ListAppsAsync(CancellationToken cancellationToken);
}

/// <summary>A ready-made application.</summary>
/// <param name="Id">Given to a create as its image.</param>
/// <param name="Name">As customers see it.</param>
/// <param name="MinDiskGib">The smallest disk that it fits on, in GiB; 0 when not told.</param>
/// <param name="RegionIds">Where it can be used, or null when everywhere or not told.</param>
public sealed record ProviderApp(string Id, string Name, int MinDiskGib, IReadOnlySet<string>? RegionIds);
