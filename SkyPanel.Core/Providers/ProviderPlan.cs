using System.Collections.Frozen;
using SkyPanel.Core.Data;

namespace SkyPanel.Core.Providers;

/// <summary>A machine size that a provider sells, and what it costs us.</summary>
/// <param name="Id">The provider's id.</param>
/// <param name="Name">The provider's name for it.</param>
/// <param name="Class">Which family it belongs to.</param>
/// <param name="Vcpus">Virtual processors.</param>
/// <param name="MemoryMib">Memory in MiB.</param>
/// <param name="DiskGib">Disk in GiB.</param>
/// <param name="TransferGb">Outgoing transfer included a month, in GB.</param>
/// <param name="Cost">What it costs where no region says otherwise.</param>
/// <param name="RegionCosts">Regions that cost something else.</param>
/// <param name="RegionIds">Where it can be had now, or null when everywhere.</param>
public sealed record ProviderPlan(
    string Id,
    string Name,
    PlanClass Class,
    int Vcpus,
    int MemoryMib,
    int DiskGib,
    int TransferGb,
    ProviderCost Cost,
    IReadOnlyDictionary<string, ProviderCost> RegionCosts,
    IReadOnlySet<string>? RegionIds)
{
    /// <summary>Graphics processors.</summary>
    public int Gpus { get; init; }

    /// <summary>What options cost with this plan, by the keys that <see cref="DeploymentOption"/>s name. A missing key: not known.</summary>
    public IReadOnlyDictionary<string, ProviderAddOn> AddOns { get; init; } = FrozenDictionary<string, ProviderAddOn>.Empty;

    /// <summary>What it costs in a region. Always asked by region: some providers charge more in some.</summary>
    public ProviderCost CostIn(string regionId) => RegionCosts.GetValueOrDefault(regionId, Cost);

    public bool IsAvailableIn(string regionId) => RegionIds?.Contains(regionId) ?? true;
}

/// <summary>A provider's price to us, before tax.</summary>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Hourly">An hour.</param>
/// <param name="Monthly">The most that a month can cost.</param>
public sealed record ProviderCost(string Currency, Money Hourly, Money Monthly);

/// <summary>Families of machine sizes, one word for all providers.</summary>
public enum PlanClass
{
    Shared,
    Dedicated,
    HighMemory,
    Premium,
    Storage,
    Gpu,
    Other,
}
