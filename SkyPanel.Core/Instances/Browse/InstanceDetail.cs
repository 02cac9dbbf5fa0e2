using SkyPanel.Core.Data;
using SkyPanel.Core.Operations;
using SkyPanel.Core.Providers;

namespace SkyPanel.Core.Instances.Browse;

/// <summary>An instance as its own page shows it.</summary>
public sealed record InstanceDetail(
    Guid Id,
    string Name,
    InstanceStatus Status,
    ProviderType ProviderType,
    string PlanName,
    int Vcpus,
    int MemoryMib,
    int DiskGib,
    int TransferGb,
    string RegionName,
    string Country,
    string ImageName,
    string? Ipv4,
    string? Ipv6,
    string Currency,
    Money HourlyPrice,
    Money MonthlyPrice,
    DateTimeOffset RequestedAt,
    DateTimeOffset? LastSeenAt,
    DateTimeOffset? DeletedAt,
    bool HasMachine,
    IReadOnlyList<OperationView> Operations)
{
    /// <summary>What is under way, or null.</summary>
    public OperationView? Active => Operations.FirstOrDefault(x => !x.IsFinished);

    internal static InstanceDetail Of(VpsInstance x, IReadOnlyList<Operation> operations) => new(
        x.Id, x.Name, x.Status, x.ProviderType, x.PlanName, x.Vcpus, x.MemoryMib, x.DiskGib, x.TransferGb, x.RegionName, x.Country,
        x.ImageName, x.Ipv4, x.Ipv6, x.Currency, x.HourlyPrice, x.MonthlyPrice, x.RequestedAt, x.LastSeenAt, x.DeletedAt,
        x.ProviderInstanceId is not null, [.. operations.Select(OperationView.Of)]);
}

/// <summary>An operation as its customer sees it.</summary>
/// <param name="Reference">Short, to quote to support.</param>
public sealed record OperationView(
    Guid Id,
    OperationKind Kind,
    OperationState State,
    DateTimeOffset RequestedAt,
    DateTimeOffset? FinishedAt,
    string? ErrorText,
    string Reference,
    IReadOnlyList<OperationStageView> Stages)
{
    public bool IsFinished => FinishedAt is not null;

    /// <summary>Whether it may still be taken back: nothing of it was sent so far.</summary>
    public bool IsUnsent => State == OperationState.Requested && Stages.All(x => x.State == OperationState.Requested);

    internal static OperationView Of(Operation x) => new(
        x.Id, x.Kind, x.State, x.RequestedAt, x.FinishedAt, x.ErrorText, ReferenceOf(x.Id),
        [.. x.Stages.OrderBy(y => y.At).ThenBy(y => y.Id).Select(y => new OperationStageView(y.State, y.At, y.Text))]);

    /// <summary>The last ten digits of the id: those that chance made.</summary>
    private static string ReferenceOf(Guid id) => id.ToString("n")[^10..].ToUpperInvariant();
}

/// <summary>One line of an operation's log as its customer sees it.</summary>
public sealed record OperationStageView(OperationState State, DateTimeOffset At, string Text);
