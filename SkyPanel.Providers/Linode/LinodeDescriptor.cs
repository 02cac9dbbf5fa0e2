using System.Collections.Frozen;
using SkyPanel.Core.Providers;
using SkyPanel.Core.Providers.Capabilities;

namespace SkyPanel.Providers.Linode;

internal static class LinodeDescriptor
{
    public static readonly ProviderDescriptor Value = new(
        new ProviderType("linode"),
        "Linode (Akamai)",
        "LI",
        "LINODE_API_TOKEN",
        "Cloud Manager → your user name → API Tokens → Create a Personal Access Token. Scopes: Linodes read/write, Images, StackScripts and VPCs read only. "
            + "Choose the latest expiry and note it: an expired token stops every change.",
        new Dictionary<string, string>(StringComparer.Ordinal) { ["plans"] = "types", ["images"] = "images", ["regions"] = "regions" }.ToFrozenDictionary(),
        new HashSet<Type> { typeof(IStackScriptCatalog), typeof(IVpcs), typeof(ITagging) }.ToFrozenSet(),
        MarkIsUnique: true)
    {
        DeploymentOptions = LinodeOptions.All,
    };
}
