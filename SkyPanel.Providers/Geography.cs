using System.Collections.Frozen;
using SkyPanel.Core.Providers;

namespace SkyPanel.Providers;

/// <summary>On which continent a country lies. Countries where providers have, or may soon have, data centres.</summary>
internal static class Geography
{
    private static readonly FrozenDictionary<string, Continent> Continents = new Dictionary<Continent, string>
    {
        [Continent.NorthAmerica] = "us ca mx cr pa gt do jm",
        [Continent.SouthAmerica] = "br ar cl co pe uy ec",
        [Continent.Europe] = "gb ie de fr nl be lu ch at it es pt se no dk fi is ee lv lt pl cz sk hu ro bg gr hr si rs ua tr",
        [Continent.Asia] = "jp kr cn hk tw sg my id th vn ph in pk bd lk ae sa qa bh kw om il kz",
        [Continent.Oceania] = "au nz",
        [Continent.Africa] = "za ke ng eg ma gh",
    }.SelectMany(x => x.Value.Split(' '), (x, country) => (country, x.Key)).ToFrozenDictionary(x => x.country, x => x.Key);

    public static Continent ContinentOf(string country) => Continents.GetValueOrDefault(country, Continent.Other);
}
