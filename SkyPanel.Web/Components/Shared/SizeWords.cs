using System.Globalization;
using SkyPanel.Core.Providers;

namespace SkyPanel.Web.Components.Shared;

/// <summary>A machine's size in the units that it is sold in.</summary>
public static class SizeWords
{
    /// <summary>"512 MB", "2 GB".</summary>
    public static string Memory(int mib) => mib < 1024 ? $"{mib} MB" : Number(mib / 1024m, "GB");

    /// <summary>"50 GB".</summary>
    public static string Disk(int gib) => $"{gib} GB";

    /// <summary>"500 GB", "2 TB".</summary>
    public static string Transfer(int gb) => gb < 1000 ? $"{gb} GB" : Number(gb / 1000m, "TB");

    public static string Cpus(int count) => $"{count} vCPU";

    /// <summary>"2 vCPU, 4 GB, 80 GB disk".</summary>
    public static string Machine(int vcpus, int memoryMib, int diskGib) => $"{Cpus(vcpus)}, {Memory(memoryMib)}, {Disk(diskGib)} disk";

    public static string Word(this PlanClass planClass) => planClass switch
    {
        PlanClass.HighMemory => "High memory",
        PlanClass.Gpu => "GPU",
        _ => planClass.ToString(),
    };

    private static string Number(decimal value, string unit) => $"{value.ToString("0.#", CultureInfo.InvariantCulture)} {unit}";
}
