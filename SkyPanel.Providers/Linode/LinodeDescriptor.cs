using System.Collections.Frozen;
using SkyPanel.Core.Providers;

namespace SkyPanel.Providers.Linode;

internal static class LinodeDescriptor
{
    public static readonly ProviderDescriptor Value = new(
        new ProviderType("linode"),
        "Linode (Akamai)",
        "LI",
        "LINODE_API_TOKEN",
        "Cloud Manager → your user name → API Tokens → Create a Personal Access Token. Scopes: Linodes read/write, Images read only. "
            + "Choose the latest expiry and note it: an expired token stops every change.",
        new Dictionary<string, string>(StringComparer.Ordinal) { ["plans"] = "types", ["images"] = "images", ["regions"] = "regions" }.ToFrozenDictionary(),
        FrozenSet<Type>.Empty,
        MarkIsUnique: true);
}
