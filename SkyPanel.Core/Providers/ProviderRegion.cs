using System.Collections.Frozen;

namespace SkyPanel.Core.Providers;

/// <summary>A place where a provider has machines.</summary>
/// <param name="Id">The provider's id.</param>
/// <param name="City">As customers see it: "Frankfurt".</param>
/// <param name="Country">ISO 3166-1 alpha-2, lower case; empty when the provider does not tell.</param>
/// <param name="Continent">Where it is listed.</param>
/// <param name="Available">Whether new machines can be made there now.</param>
public sealed record ProviderRegion(string Id, string City, string Country, Continent Continent, bool Available)
{
    /// <summary>What machines there can have.</summary>
    public IReadOnlySet<RegionFeature> Features { get; init; } = FrozenSet<RegionFeature>.Empty;
}

/// <summary>How regions are grouped for people.</summary>
public enum Continent
{
    NorthAmerica,
    SouthAmerica,
    Europe,
    Asia,
    Oceania,
    Africa,
    Other,
}
