using SkyPanel.Core.Operations;

namespace SkyPanel.Core.Instances.Desk;

/// <summary>Which operations an admin wants to see.</summary>
/// <param name="Sieve">A first sieve.</param>
/// <param name="Search">The beginning of an instance's name, an organisation's name or a provider's id; or a whole operation id.</param>
/// <param name="Page">From 0.</param>
public sealed record OperationListQuery(OperationSieve Sieve = OperationSieve.Attention, string? Search = null, int Page = 0)
{
    /// <summary>Rows a page.</summary>
    public const int PageSize = 50;
}

/// <summary>The sieves of the list.</summary>
public enum OperationSieve
{
    /// <summary>Those that people must decide or know of.</summary>
    Attention,

    /// <summary>Those under way.</summary>
    UnderWay,

    /// <summary>Those that failed or were given up.</summary>
    Failed,

    All,
}

/// <summary>One page of operations, newest first.</summary>
/// <param name="Rows">The page.</param>
/// <param name="Total">How many match in all.</param>
/// <param name="Attention">How many need people, whatever the sieve.</param>
public sealed record OperationList(IReadOnlyList<OperationRow> Rows, int Total, int Attention);

/// <summary>An operation as admins see it in a list.</summary>
public sealed record OperationRow(
    Guid Id,
    OperationKind Kind,
    OperationState State,
    Guid InstanceId,
    string InstanceName,
    string OrganizationName,
    string AccountName,
    DateTimeOffset RequestedAt,
    DateTimeOffset? FinishedAt,
    DateTimeOffset DueAt,
    int Attempts,
    string? Attention,
    string? ErrorText);

/// <summary>All of one operation, for whoever must decide it.</summary>
/// <param name="Row">As in the list.</param>
/// <param name="RequestedBy">Who asked, by address.</param>
/// <param name="Mark">What stands at the provider.</param>
/// <param name="ProviderInstanceId">The machine, when it is known.</param>
/// <param name="SubmittedAt">When it was first about to be sent.</param>
/// <param name="ErrorDetail">The provider's own words.</param>
/// <param name="Stages">The log with everything that customers do not see, oldest first.</param>
public sealed record OperationCase(
    OperationRow Row,
    string RequestedBy,
    string Mark,
    string? ProviderInstanceId,
    DateTimeOffset? SubmittedAt,
    string? ErrorDetail,
    IReadOnlyList<OperationStage> Stages)
{
    /// <summary>Whether a machine can be named as what this create made.</summary>
    public bool CanAdopt => Row.Kind == OperationKind.Create && ProviderInstanceId is null && Row.State != OperationState.Requested;

    /// <summary>Whether it can be given up.</summary>
    public bool CanAbandon => Row.FinishedAt is null;
}
