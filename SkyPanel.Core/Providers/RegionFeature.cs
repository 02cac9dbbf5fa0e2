namespace SkyPanel.Core.Providers;

/// <summary>What a region may have or lack.</summary>
public enum RegionFeature
{
    Backups,
    Ipv6,
    PrivateNetwork,
    Vpc,
    UserData,
    Monitoring,
    StackScripts,
    Gpu,
}
