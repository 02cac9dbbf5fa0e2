using System.Collections.Frozen;

namespace SkyPanel.Providers.DigitalOcean;

/// <summary>The vendor names no country; the first three letters of a region's slug stand for its city.</summary>
internal static class DigitalOceanGeography
{
    private const int CityLetters = 3;

    private static readonly FrozenDictionary<string, string> Countries = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["nyc"] = "us",
        ["sfo"] = "us",
        ["atl"] = "us",
        ["ric"] = "us",
        ["mem"] = "us",
        ["mkc"] = "us",
        ["tor"] = "ca",
        ["ams"] = "nl",
        ["fra"] = "de",
        ["lon"] = "gb",
        ["sgp"] = "sg",
        ["blr"] = "in",
        ["syd"] = "au",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string CountryOf(string slug) => slug.Length < CityLetters ? "" : Countries.GetValueOrDefault(slug[..CityLetters], "");
}
