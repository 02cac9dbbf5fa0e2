using SkyPanel.Core.Providers;

namespace SkyPanel.Web.Features.CreateVps.Steps;

/// <summary>Regions by continent; those where the plan cannot be had say why.</summary>
public sealed partial class RegionPicker
{
    private static string Word(Continent continent) => continent switch
    {
        Continent.NorthAmerica => "North America",
        Continent.SouthAmerica => "South America",
        Continent.Other => "Elsewhere",
        _ => continent.ToString(),
    };

    private static string Code(ProviderRegion region) =>
        region.Country.Length > 0 ? $"{region.Country.ToUpperInvariant()} · {region.Id}" : region.Id;
}
