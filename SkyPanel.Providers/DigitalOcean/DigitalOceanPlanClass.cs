using System.Collections.Frozen;
using SkyPanel.Core.Providers;

namespace SkyPanel.Providers.DigitalOcean;

/// <summary>The family of a size stands only in the first part of its slug: <c>so1_5-2vcpu-16gb</c> is storage.</summary>
internal static class DigitalOceanPlanClass
{
    private static readonly FrozenDictionary<string, PlanClass> Families = new Dictionary<string, PlanClass>(StringComparer.Ordinal)
    {
        ["s"] = PlanClass.Shared,
        ["c"] = PlanClass.Dedicated,
        ["g"] = PlanClass.Dedicated,
        ["gd"] = PlanClass.Dedicated,
        ["m"] = PlanClass.HighMemory,
        ["so"] = PlanClass.Storage,
        ["gpu"] = PlanClass.Gpu,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Generations are numbered (<c>c2</c>, <c>m3</c>, <c>g5_5</c>) and stay in their family.</summary>
    public static PlanClass Of(string slug)
        => Families.GetValueOrDefault(slug.Split('-')[0].TrimEnd("0123456789_".ToCharArray()), PlanClass.Other);
}
