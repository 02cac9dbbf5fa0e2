using System.Globalization;
using SkyPanel.Core.Providers;

namespace SkyPanel.Web.Features.AdminPlans;

/// <summary>Plans as people read them.</summary>
public static class PlanWords
{
    /// <summary>"2 vCPU · 4 GiB · 80 GiB disk · 4 TB transfer".</summary>
    public static string Specs(int vcpus, int memoryMib, int diskGib, int transferGb) =>
        $"{vcpus} vCPU · {Memory(memoryMib)} · {diskGib} GiB disk · {Transfer(transferGb)} transfer";

    public static string Word(this PlanClass plan) => plan switch
    {
        PlanClass.HighMemory => "High memory",
        PlanClass.Gpu => "GPU",
        _ => plan.ToString(),
    };

    public static string Memory(int mib) =>
        mib < 1024 ? $"{mib} MiB" : string.Create(CultureInfo.InvariantCulture, $"{mib / 1024m:0.##} GiB");

    public static string Transfer(int gb) =>
        gb < 1000 ? $"{gb} GB" : string.Create(CultureInfo.InvariantCulture, $"{gb / 1000m:0.##} TB");
}
