using SkyPanel.Core.Providers;

namespace SkyPanel.Providers.DigitalOcean;

/// <summary>Choices at creation. The vendor's own default for backups is the dearer plan, so the plan is always named.</summary>
internal static class DigitalOceanOptions
{
    public const string Weekly = "weekly";
    public const string Daily = "daily";
    public const string WeeklyAddOn = "backups-weekly";
    public const string DailyAddOn = "backups-daily";

    private const int UserDataBytes = 32 * 1024;

    public static readonly IReadOnlyList<DeploymentOption> All =
    [
        new(DeploymentOption.Backups, DeploymentOptionKind.Choice, "Backups", "Copies of the whole disk, kept by the provider.")
        {
            Choices = [new DeploymentChoice(Weekly, "Every week", WeeklyAddOn), new DeploymentChoice(Daily, "Every day", DailyAddOn)],
            Needs = RegionFeature.Backups,
        },
        new(DeploymentOption.Ipv6, DeploymentOptionKind.Switch, "IPv6", "A public IPv6 address. It cannot be taken away later.")
        {
            Needs = RegionFeature.Ipv6,
            IsFinal = true,
        },
        new(DeploymentOption.Monitoring, DeploymentOptionKind.Switch, "Monitoring", "Installs the provider's agent, which measures memory and disk.")
        {
            Needs = RegionFeature.Monitoring,
        },
        new(DeploymentOption.Vpc, DeploymentOptionKind.Vpc, "Private network", "Puts the server into a network of its own with others; without a choice into the region's own one.")
        {
            Needs = RegionFeature.Vpc,
            IsFinal = true,
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
