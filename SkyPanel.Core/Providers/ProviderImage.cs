namespace SkyPanel.Core.Providers;

/// <summary>An operating system that a machine can start from.</summary>
/// <param name="Id">The provider's id.</param>
/// <param name="Name">As customers see it, with the version: "Debian 12".</param>
/// <param name="Distribution">Without the version: "Debian".</param>
/// <param name="MinDiskGib">The smallest disk that it fits on, in GiB.</param>
/// <param name="RegionIds">Where it can be used, or null when everywhere.</param>
/// <param name="SupportsUserData">Whether it reads user data at its first boot (cloud-init).</param>
public sealed record ProviderImage(
    string Id,
    string Name,
    string Distribution,
    int MinDiskGib,
    IReadOnlySet<string>? RegionIds,
    bool SupportsUserData)
{
    public bool IsAvailableIn(string regionId) => RegionIds?.Contains(regionId) ?? true;
}
