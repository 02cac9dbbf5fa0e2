using SkyPanel.Core.Data;

namespace SkyPanel.Core.Organizations;

/// <summary>A customer: what instances, keys and later money belong to. People come and go in it as members.</summary>
public sealed class Organization : IVersioned
{
    internal const int NameLength = 100;

    private Organization()
    {
    }

    public Guid Id { get; private init; }

    public string Name { get; private set; } = "";

    /// <summary>Made with its owner's account, for that person alone until they invite others.</summary>
    public bool IsPersonal { get; private init; }

    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>Null while an admin has yet to let it buy.</summary>
    public DateTimeOffset? ApprovedAt { get; private set; }

    public DateTimeOffset? SuspendedAt { get; private set; }

    /// <summary>Why, in words that its members may read.</summary>
    public string? SuspensionReason { get; private set; }

    public OrganizationLimits Limits { get; private set; } = OrganizationLimits.None;

    /// <summary>How many instances it ever asked for. Counting up is also what makes two requests at once take turns.</summary>
    public int InstancesAsked { get; private set; }

    public int Version { get; private set; }

    public OrganizationState State => this switch
    {
        { SuspendedAt: not null } => OrganizationState.Suspended,
        { ApprovedAt: null } => OrganizationState.AwaitingApproval,
        _ => OrganizationState.Active,
    };

    public static Organization Personal(string name, OrganizationLimits limits, DateTimeOffset now, bool approved) => new()
    {
        Id = Guid.CreateVersion7(now),
        Name = name.Length <= NameLength ? name : name[..NameLength],
        IsPersonal = true,
        CreatedAt = now,
        ApprovedAt = approved ? now : null,
        Limits = limits,
    };

    public void Approve(DateTimeOffset now) => ApprovedAt ??= now;

    public void Suspend(string reason, DateTimeOffset now) => (SuspendedAt, SuspensionReason) = (SuspendedAt ?? now, reason);

    public void Resume() => (SuspendedAt, SuspensionReason) = (null, null);

    public void Limit(OrganizationLimits limits) => Limits = limits;
}

/// <summary>Whether an organisation may buy and change things.</summary>
public enum OrganizationState
{
    AwaitingApproval,
    Active,
    Suspended,
}

/// <summary>How much an organisation may have at once. Until there is money in the panel, this is what stands between a stranger and the reseller's bill.</summary>
/// <param name="Instances">How many instances.</param>
/// <param name="Vcpus">How many virtual processors in all.</param>
/// <param name="Monthly">The sum of monthly prices, in the panel's currency.</param>
public sealed record OrganizationLimits(int Instances, int Vcpus, Money Monthly)
{
    public static OrganizationLimits None { get; } = new(0, 0, Money.Zero);
}
