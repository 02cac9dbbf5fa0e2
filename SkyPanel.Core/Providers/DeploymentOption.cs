namespace SkyPanel.Core.Providers;

/// <summary>
/// A choice at creation that only some providers have, described so that a page can draw it without knowing the provider. What was
/// chosen goes into <see cref="ProviderInstanceSpec.Options"/> under its key.
/// </summary>
/// <param name="Key">One of the constants here.</param>
/// <param name="Kind">How it is asked and what a value looks like.</param>
/// <param name="Name">As customers see it.</param>
/// <param name="Help">What it does, in one sentence.</param>
public sealed record DeploymentOption(string Key, DeploymentOptionKind Kind, string Name, string Help)
{
    public const string Backups = "backups";
    public const string Ipv6 = "ipv6";
    public const string Monitoring = "monitoring";
    public const string PrivateIp = "private-ip";
    public const string Vpc = "vpc";
    public const string UserData = "user-data";

    /// <summary>The value of a switch that is on; one that is off is left out.</summary>
    public const string On = "on";

    /// <summary>For <see cref="DeploymentOptionKind.Choice"/>; none chosen is left out.</summary>
    public IReadOnlyList<DeploymentChoice> Choices { get; init; } = [];

    /// <summary>What it adds to a plan's price: a key of <see cref="ProviderPlan.AddOns"/>, or null when nothing. For a switch.</summary>
    public string? AddOn { get; init; }

    /// <summary>What the chosen region must have (<see cref="ProviderRegion.Features"/>), or null.</summary>
    public RegionFeature? Needs { get; init; }

    /// <summary>Whether the chosen image must read user data.</summary>
    public bool NeedsUserDataImage { get; init; }

    /// <summary>Whether it can be chosen only now, or never be taken back.</summary>
    public bool IsFinal { get; init; }

    /// <summary>The most that a text may have, in bytes of UTF-8.</summary>
    public int? MaxBytes { get; init; }
}

/// <summary>One of several values.</summary>
/// <param name="Value">The value.</param>
/// <param name="Name">As customers see it.</param>
/// <param name="AddOn">What it adds to a plan's price, as <see cref="DeploymentOption.AddOn"/>.</param>
public sealed record DeploymentChoice(string Value, string Name, string? AddOn = null);

/// <summary>How an option is asked.</summary>
public enum DeploymentOptionKind
{
    /// <summary><see cref="DeploymentOption.On"/> or nothing.</summary>
    Switch,

    /// <summary>One of its choices or nothing.</summary>
    Choice,

    /// <summary>The id of a private network in the chosen region, from the capability that lists them.</summary>
    Vpc,

    /// <summary>Free text of several lines. May hold secrets: stored encrypted, never logged.</summary>
    Text,
}
