namespace SkyPanel.Core.Providers;

/// <summary>A machine as its provider describes it, in our words.</summary>
/// <param name="Id">The provider's id.</param>
/// <param name="Name">The provider's name or label for it.</param>
/// <param name="Mark">Our mark, if it carries one.</param>
/// <param name="Status">Normalised; a word that we do not know is <see cref="InstanceStatus.Unknown"/>.</param>
/// <param name="PlanId">The provider's plan id.</param>
/// <param name="RegionId">The provider's region id.</param>
/// <param name="ImageId">The provider's image id, or null when it no longer tells.</param>
/// <param name="Addresses">Public IPv4 addresses first, then IPv6, without prefix length.</param>
/// <param name="CreatedAt">When the provider made it, UTC.</param>
/// <param name="Busy">Whether the provider is working on it and may refuse other work.</param>
public sealed record ProviderInstance(
    string Id,
    string Name,
    string? Mark,
    InstanceStatus Status,
    string PlanId,
    string RegionId,
    string? ImageId,
    IReadOnlyList<string> Addresses,
    DateTimeOffset CreatedAt,
    bool Busy = false)
{
    /// <summary>All words set on it at the provider, our mark among them where it is one.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];
}
