using SkyPanel.Core.Providers;

namespace SkyPanel.Providers.Linode;

/// <summary>Choices at creation. IPv6 is always there and monitoring is always on, so neither is one.</summary>
internal static class LinodeOptions
{
    /// <summary>The vendor's documents say 16 KiB in one place and 64 KiB in another; the smaller, less a third for base64 and our own part.</summary>
    private const int UserDataBytes = 8 * 1024;

    public static readonly IReadOnlyList<DeploymentOption> All =
    [
        new(DeploymentOption.Backups, DeploymentOptionKind.Switch, "Backups", "Daily, weekly and two-weekly copies, kept by the provider.")
        {
            AddOn = DeploymentOption.Backups,
            Needs = RegionFeature.Backups,
        },
        new(DeploymentOption.PrivateIp, DeploymentOptionKind.Switch, "Private IPv4", "A second address that other servers of this region reach.")
        {
            Needs = RegionFeature.PrivateNetwork,
            IsFinal = true,
        },
        new(DeploymentOption.Vpc, DeploymentOptionKind.Vpc, "Private network", "Puts the server into a network of its own with others.")
        {
            Needs = RegionFeature.Vpc,
        },
        new(DeploymentOption.UserData, DeploymentOptionKind.Text, "User data", "A cloud-config or a script that runs at the first boot.")
        {
            Needs = RegionFeature.UserData,
            NeedsUserDataImage = true,
            MaxBytes = UserDataBytes,
            IsFinal = true,
        },
    ];
}
