using System.Collections.Frozen;
using SkyPanel.Core.Providers;
using SkyPanel.Core.Providers.Capabilities;

namespace SkyPanel.Providers.DigitalOcean;

internal static class DigitalOceanDescriptor
{
    public static readonly ProviderDescriptor Value = new(
        new ProviderType("digitalocean"),
        "DigitalOcean",
        "DO",
        "DIGITALOCEAN_API_TOKEN",
        "Control Panel → API → Tokens → Generate New Token. Full access, or custom scopes: droplet (all), ssh_key create and read, tag (all), vpc read, 1click read, "
            + "image, regions, sizes, actions and account read.",
        new Dictionary<string, string>(StringComparer.Ordinal) { ["plans"] = "sizes", ["images"] = "images", ["regions"] = "regions" }.ToFrozenDictionary(),
        new HashSet<Type> { typeof(IMarketplaceCatalog), typeof(IVpcs), typeof(IHardPower), typeof(IRenaming), typeof(ITagging) }.ToFrozenSet(),
        MarkIsUnique: false)
    {
        DeploymentOptions = DigitalOceanOptions.All,
    };
}
