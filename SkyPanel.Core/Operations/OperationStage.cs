namespace SkyPanel.Core.Operations;

/// <summary>One line of an operation's log. Added, never changed.</summary>
public sealed class OperationStage
{
    internal const int RequestIdLength = 100;

    private OperationStage()
    {
    }

    public Guid Id { get; private init; }

    public Guid OperationId { get; private init; }

    public OperationState State { get; private init; }

    public DateTimeOffset At { get; private init; }

    public int Attempt { get; private init; }

    /// <summary>For the customer.</summary>
    public string Text { get; private init; } = "";

    /// <summary>For admins only.</summary>
    public string? Detail { get; private init; }

    public string? ProviderRequestId { get; private init; }

    internal static OperationStage Of(
        Guid operationId, OperationState state, DateTimeOffset at, int attempt, string text, string? detail, string? providerRequestId) => new()
        {
            Id = Guid.CreateVersion7(at),
            OperationId = operationId,
            State = state,
            At = at,
            Attempt = attempt,
            Text = text,
            Detail = detail,
            ProviderRequestId = providerRequestId,
        };
}
