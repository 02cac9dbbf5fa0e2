using System.Collections.Frozen;
using SkyPanel.Core.Data;
using SkyPanel.Core.Providers;

namespace SkyPanel.Providers.Linode;

internal sealed record LinodePrice(decimal? Hourly = null, decimal? Monthly = null, string? Id = null)
{
    private const int HoursOfTheLongestMonth = 744;

    /// <summary>Null where the vendor has no price. Without a monthly cap the most is every hour of the longest month.</summary>
    public ProviderCost? ToCost() => Hourly is { } hourly
        ? new ProviderCost("USD", Money.FromDecimal(hourly), Money.FromDecimal(Monthly ?? (hourly * HoursOfTheLongestMonth)))
        : null;

    public static IReadOnlyDictionary<string, ProviderCost> ByRegion(IReadOnlyList<LinodePrice>? prices) => (prices ?? [])
        .Select(x => (x.Id, Cost: x.ToCost()))
        .Where(x => x is { Id: not null, Cost: not null })
        .DistinctBy(x => x.Id, StringComparer.Ordinal)
        .ToDictionary(x => x.Id!, x => x.Cost!, StringComparer.Ordinal);
}

internal sealed record LinodeAddOns(LinodeAddOn? Backups = null);

internal sealed record LinodeAddOn(LinodePrice? Price = null, IReadOnlyList<LinodePrice>? RegionPrices = null)
{
    public ProviderAddOn? ToAddOn() => Price?.ToCost() is { } cost ? new ProviderAddOn(cost, LinodePrice.ByRegion(RegionPrices)) : null;
}

internal sealed record LinodeType(
    string Id,
    string? Label = null,
    string? Class = null,
    int Vcpus = 0,
    int Memory = 0,
    int Disk = 0,
    int Transfer = 0,
    string? Successor = null,
    int Gpus = 0,
    LinodePrice? Price = null,
    IReadOnlyList<LinodePrice>? RegionPrices = null,
    LinodeAddOns? Addons = null)
{
    private const int MibPerGib = 1024;

    /// <summary>The region capability that this class needs, or null when every region has it.</summary>
    public string? NeededCapability => Class switch
    {
        "premium" => "Premium Plans",
        "gpu" => "GPU Linodes",
        "accelerated" => "NETINT Quadra T1U",
        _ => null,
    };

    /// <summary>Null when it has no price: what it costs is not guessed.</summary>
    public ProviderPlan? ToPlan(IReadOnlySet<string>? regionIds) => Price?.ToCost() is { } cost
        ? new ProviderPlan(Id, Label ?? Id, PlanClass, Vcpus, Memory, Disk / MibPerGib, Transfer, cost, LinodePrice.ByRegion(RegionPrices), regionIds)
        {
            Gpus = Gpus,
            AddOns = Addons?.Backups?.ToAddOn() is { } backups
                ? new Dictionary<string, ProviderAddOn>(StringComparer.Ordinal) { [DeploymentOption.Backups] = backups }
                : FrozenDictionary<string, ProviderAddOn>.Empty,
        }
        : null;

    private PlanClass PlanClass => Class switch
    {
        "nanode" or "standard" => PlanClass.Shared,
        "dedicated" => PlanClass.Dedicated,
        "highmem" => PlanClass.HighMemory,
        "premium" => PlanClass.Premium,
        "gpu" => PlanClass.Gpu,
        _ => PlanClass.Other,
    };
}

internal sealed record LinodeAvailability(string Region, string Plan, bool Available = false);

internal sealed record LinodeImage(
    string Id,
    string? Label = null,
    string? Vendor = null,
    int Size = 0,
    bool Deprecated = false,
    bool IsPublic = false,
    string? Status = null,
    IReadOnlyList<string>? Capabilities = null)
{
    private const double MibPerGib = 1024;

    /// <summary>Kubernetes and GPU driver variants are parts of other products.</summary>
    public bool IsOffered => IsPublic && !Deprecated && Status is null or "available"
        && !Id.Contains("-kube", StringComparison.Ordinal) && !Id.Contains("-nvidia", StringComparison.Ordinal);

    public bool SupportsCloudInit => Capabilities?.Contains("cloud-init", StringComparer.Ordinal) ?? false;

    public ProviderImage ToImage() => new(
        Id, Label ?? Id, Vendor ?? (Label ?? Id).Split(' ')[0], (int)Math.Ceiling(Size / MibPerGib), RegionIds: null, SupportsCloudInit);
}

internal sealed record LinodeRegion(
    string Id,
    string? Label = null,
    string? Country = null,
    string? Status = null,
    string? SiteType = null,
    IReadOnlyList<string>? Capabilities = null)
{
    /// <summary>Addresses of both kinds come with every machine.</summary>
    private static readonly Dictionary<RegionFeature, string> FeatureNames = new()
    {
        [RegionFeature.Backups] = "Backups",
        [RegionFeature.Ipv6] = "Linodes",
        [RegionFeature.PrivateNetwork] = "Linodes",
        [RegionFeature.Vpc] = "VPCs",
        [RegionFeature.UserData] = "Metadata",
        [RegionFeature.StackScripts] = "StackScripts",
        [RegionFeature.Gpu] = "GPU Linodes",
    };

    /// <summary>Distributed sites sell other plans by other rules.</summary>
    public bool IsCore => SiteType is null or "core";

    public bool Has(string capability) => Capabilities?.Contains(capability, StringComparer.OrdinalIgnoreCase) ?? false;

    public ProviderRegion ToRegion() => new(Id, City, Lower(Country), Geography.ContinentOf(Lower(Country)), Status is "ok" && Has("Linodes"))
    {
        Features = FeatureNames.Where(x => Has(x.Value)).Select(x => x.Key).ToFrozenSet(),
    };

    /// <summary>Labels read "Frankfurt 2, DE".</summary>
    private string City => (Label ?? Id).Split(',')[0].Trim();

    private static string Lower(string? country) => country?.ToLowerInvariant() ?? "";
}
