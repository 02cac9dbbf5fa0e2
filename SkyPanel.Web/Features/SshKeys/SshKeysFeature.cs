using MudBlazor;
using SkyPanel.Core.Access;
using SkyPanel.Web.Components.Layout;

namespace SkyPanel.Web.Features.SshKeys;

/// <summary>The keys that open an organisation's machines.</summary>
internal static class SshKeysFeature
{
    public static IServiceCollection AddSshKeysFeature(this IServiceCollection services) => services
        .AddNavEntry(NavSection.Customer, 30, "SSH keys", Icons.Material.Outlined.VpnKey, "/ssh-keys", Permission.ViewInstances);
}
