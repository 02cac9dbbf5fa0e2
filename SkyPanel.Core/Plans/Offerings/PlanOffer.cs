using SkyPanel.Core.Data;
using SkyPanel.Core.Providers;

namespace SkyPanel.Core.Plans.Offerings;

/// <summary>A plan that customers may pick.</summary>
/// <param name="Id">Ours, not the provider's.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Class">Which family it belongs to.</param>
/// <param name="Vcpus">Virtual processors.</param>
/// <param name="MemoryMib">Memory in MiB.</param>
/// <param name="DiskGib">Disk in GiB.</param>
/// <param name="TransferGb">Outgoing transfer included a month, in GB.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Hourly">What an hour costs.</param>
/// <param name="Monthly">The most that a month can cost.</param>
/// <param name="UnavailableIn">By region id, why it cannot be had there; a region that is not in it has it.</param>
public sealed record PlanOffer(
    Guid Id,
    string Name,
    PlanClass Class,
    int Vcpus,
    int MemoryMib,
    int DiskGib,
    int TransferGb,
    string Currency,
    Money Hourly,
    Money Monthly,
    IReadOnlyDictionary<string, string> UnavailableIn);
