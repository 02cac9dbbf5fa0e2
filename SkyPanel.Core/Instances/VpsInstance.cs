using SkyPanel.Core.Data;
using SkyPanel.Core.Plans;
using SkyPanel.Core.Providers;

namespace SkyPanel.Core.Instances;

/// <summary>
/// A virtual server that a customer has, or asked for. What it is and costs was fixed when it was bought; what it does is what its provider
/// last told.
/// </summary>
public sealed class VpsInstance
{
    internal const int NameLength = 63;
    internal const int MarkLength = 40;

    private VpsInstance()
    {
    }

    public Guid Id { get; private init; }

    public Guid OrganizationId { get; private init; }

    /// <summary>The customer's name for it; also its host name.</summary>
    public string Name { get; private set; } = "";

    public ProviderType ProviderType { get; private init; }

    public Guid AccountId { get; private init; }

    /// <summary>The provider's id, from the moment that it is known.</summary>
    public string? ProviderInstanceId { get; private set; }

    /// <summary>What we wrote at the provider to know it again.</summary>
    public string Mark { get; private init; } = "";

    public InstanceStatus Status { get; private set; }

    public string? Ipv4 { get; private set; }

    public string? Ipv6 { get; private set; }

    public Guid PlanId { get; private init; }

    public string PlanName { get; private init; } = "";

    public string ProviderPlanId { get; private init; } = "";

    public int Vcpus { get; private init; }

    public int MemoryMib { get; private init; }

    public int DiskGib { get; private init; }

    public int TransferGb { get; private init; }

    public string Currency { get; private init; } = "";

    /// <summary>As stated when it was bought; editing the plan does not change it.</summary>
    public Money HourlyPrice { get; private init; }

    public Money MonthlyPrice { get; private init; }

    public string RegionId { get; private init; } = "";

    public string RegionName { get; private init; } = "";

    public string Country { get; private init; } = "";

    public string ImageId { get; private init; } = "";

    public string ImageName { get; private init; } = "";

    public DateTimeOffset RequestedAt { get; private init; }

    /// <summary>When the provider confirmed that it exists.</summary>
    public DateTimeOffset? ProvisionedAt { get; private set; }

    /// <summary>When the provider last told us of it.</summary>
    public DateTimeOffset? LastSeenAt { get; private set; }

    /// <summary>How many complete listings in a row were without it.</summary>
    public int MissedSightings { get; private set; }

    public DateTimeOffset? DeletedAt { get; private set; }

    public static VpsInstance Request(
        Guid organizationId, string name, Guid operationId, Placement.Placed placed, DateTimeOffset now) => new()
        {
            Id = Guid.CreateVersion7(now),
            OrganizationId = organizationId,
            Name = name,
            ProviderType = placed.Plan.ProviderType,
            AccountId = placed.AccountId,
            Mark = Operations.Operation.MarkOf(operationId),
            Status = InstanceStatus.Requested,
            PlanId = placed.Plan.PlanId,
            PlanName = placed.Plan.Name,
            ProviderPlanId = placed.Plan.ProviderPlanId,
            Vcpus = placed.Plan.Vcpus,
            MemoryMib = placed.Plan.MemoryMib,
            DiskGib = placed.Plan.DiskGib,
            TransferGb = placed.Plan.TransferGb,
            Currency = placed.Plan.Currency,
            HourlyPrice = placed.Plan.Hourly,
            MonthlyPrice = placed.Plan.Monthly,
            RegionId = placed.Region.Id,
            RegionName = placed.Region.City,
            Country = placed.Region.Country,
            ImageId = placed.Image.Id,
            ImageName = placed.Image.Name,
            RequestedAt = now,
        };

    /// <summary>The provider has named the machine; from here on it exists and costs money.</summary>
    public void Adopt(ProviderInstance machine, DateTimeOffset now)
    {
        ProviderInstanceId = machine.Id;
        ProvisionedAt = now;
        Observe(machine, now);
    }

    /// <summary>The provider told what it does.</summary>
    public void Observe(ProviderInstance machine, DateTimeOffset now)
    {
        Status = machine.Status;
        Ipv4 = machine.Addresses.FirstOrDefault(x => !x.Contains(':', StringComparison.Ordinal)) ?? Ipv4;
        Ipv6 = machine.Addresses.FirstOrDefault(x => x.Contains(':', StringComparison.Ordinal)) ?? Ipv6;
        LastSeenAt = now;
        MissedSightings = 0;
    }

    /// <summary>A complete listing was without it. Once may be a lagging list; twice means that it is gone.</summary>
    public void Miss()
    {
        MissedSightings++;
        if (MissedSightings >= 2)
        {
            Status = InstanceStatus.Missing;
        }
    }

    /// <summary>An accepted action shows at once; the provider's word replaces it with the next observation.</summary>
    public void Begin(InstanceStatus transition) => Status = transition;

    /// <summary>It was never made.</summary>
    public void Fail() => Status = InstanceStatus.Error;

    /// <summary>Taken back before anything was sent: there was never anything to delete.</summary>
    public void Withdraw(DateTimeOffset now) => MarkDeleted(now);

    public void MarkDeleted(DateTimeOffset now) => (Status, DeletedAt) = (InstanceStatus.Deleted, now);
}
