using SkyPanel.Core.Providers;

namespace SkyPanel.Core.Instances.Browse;

/// <summary>Which instances to list. All of it can stand in an address.</summary>
/// <param name="Search">The beginning of a name or an address; null or empty for all.</param>
/// <param name="Provider">Only this provider's.</param>
/// <param name="Status">Only those in this state.</param>
/// <param name="Sort">By what.</param>
/// <param name="Descending">Whether the order is turned round.</param>
/// <param name="Page">From 0.</param>
/// <param name="PageSize">1 to 100.</param>
public sealed record InstanceListQuery(
    string? Search = null,
    ProviderType? Provider = null,
    InstanceStatus? Status = null,
    InstanceSort Sort = InstanceSort.Name,
    bool Descending = false,
    int Page = 0,
    int PageSize = 25);

/// <summary>What a list can be ordered by.</summary>
public enum InstanceSort
{
    Name,
    Status,
    Provider,
    Region,
    Price,
    Created,
}

/// <summary>One page of a list.</summary>
/// <param name="Rows">The page.</param>
/// <param name="Total">How many match in all.</param>
/// <param name="Any">Whether there is anything at all, matching or not: an empty list and an empty result are told differently.</param>
public sealed record InstanceList(IReadOnlyList<InstanceRow> Rows, int Total, bool Any);

/// <summary>An instance as a table shows it.</summary>
public sealed record InstanceRow(
    Guid Id,
    string Name,
    InstanceStatus Status,
    ProviderType ProviderType,
    string PlanName,
    int Vcpus,
    int MemoryMib,
    int DiskGib,
    string RegionName,
    string Country,
    string ImageName,
    string? Ipv4,
    string Currency,
    Data.Money MonthlyPrice,
    DateTimeOffset RequestedAt,
    bool HasOperation,
    bool HasMachine);
