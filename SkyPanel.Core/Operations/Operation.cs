using SkyPanel.Core.Providers;

namespace SkyPanel.Core.Operations;

/// <summary>
/// The durable record of one change at a provider, and its place in the queue: the row is written with what it changes, in one transaction,
/// before anything is sent. A worker claims it; every later write says which claim it was made under (<see cref="Fence"/>).
/// </summary>
public sealed class Operation
{
    internal const int TextLength = 500;

    /// <summary>The log's line for a decision; what was decided once is not raised again.</summary>
    internal const string SettledText = "Looked at by the support team";
    internal const int DetailLength = 2000;

    private readonly List<OperationStage> _stages = [];

    private Operation()
    {
    }

    public Guid Id { get; private init; }

    public OperationKind Kind { get; private init; }

    public OperationState State { get; private set; }

    public Guid OrganizationId { get; private init; }

    public Guid InstanceId { get; private init; }

    /// <summary>The instance while this operation is under way, else null: a unique index on it allows one at a time.</summary>
    public Guid? ActiveInstanceId { get; private set; }

    public Guid AccountId { get; private init; }

    /// <summary>Made by whoever asks, so that asking twice is asking once. Unique within the organisation.</summary>
    public Guid RequestId { get; private init; }

    public Guid RequestedByUserId { get; private init; }

    public DateTimeOffset RequestedAt { get; private init; }

    /// <summary>What was asked beyond what stands on the instance, as its handler wrote it; never a secret.</summary>
    public string? Input { get; private init; }

    /// <summary>When a worker should next look at it; means nothing once it is finished.</summary>
    public DateTimeOffset DueAt { get; private set; }

    public string? ClaimedBy { get; private set; }

    public DateTimeOffset? ClaimedUntil { get; private set; }

    /// <summary>Raised by every claim; a write under an older one is refused.</summary>
    public long Fence { get; private set; }

    /// <summary>How often it was about to be sent.</summary>
    public int Attempts { get; private set; }

    /// <summary>How often it was looked for, or asked after, in its present state.</summary>
    public int Checks { get; private set; }

    /// <summary>When it was first about to be sent.</summary>
    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>When its present state began.</summary>
    public DateTimeOffset StateSince { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    public ProviderErrorCode? ErrorCode { get; private set; }

    /// <summary>What went wrong and what to do, for the customer.</summary>
    public string? ErrorText { get; private set; }

    /// <summary>The provider's own words, for admins.</summary>
    public string? ErrorDetail { get; private set; }

    /// <summary>What admins have to decide or know, because it may cost money; null when nothing.</summary>
    public string? Attention { get; private set; }

    public IReadOnlyList<OperationStage> Stages => _stages;

    public bool IsFinished => State is OperationState.Succeeded or OperationState.Failed or OperationState.Cancelled;

    /// <summary>What we write at the provider to find again what a create made.</summary>
    public string Mark => MarkOf(Id);

    public static string MarkOf(Guid operationId) => $"sp-{operationId:n}";

    public static Operation Request(
        OperationKind kind, Guid organizationId, Guid instanceId, Guid accountId, Guid requestId, Guid requestedByUserId, DateTimeOffset now,
        Guid? id = null, string? input = null)
    {
        var operation = new Operation
        {
            Id = id ?? Guid.CreateVersion7(now),
            Kind = kind,
            OrganizationId = organizationId,
            InstanceId = instanceId,
            ActiveInstanceId = instanceId,
            AccountId = accountId,
            RequestId = requestId,
            RequestedByUserId = requestedByUserId,
            RequestedAt = now,
            DueAt = now,
            StateSince = now,
            Input = input,
        };
        operation.AddStage(now, "Request saved");
        return operation;
    }

    /// <summary>About to be sent. Save this before sending.</summary>
    public void Submit(DateTimeOffset now)
    {
        Attempts++;
        SubmittedAt ??= now;
        Enter(OperationState.Submitted, now, now);
        AddStage(now, Attempts == 1 ? "Sent to the provider" : $"Sent to the provider, attempt {Attempts}");
    }

    /// <summary>The provider accepted it.</summary>
    public void Confirm(DateTimeOffset now, TimeSpan nextCheck, string text)
    {
        Enter(OperationState.Confirming, now, now + nextCheck);
        AddStage(now, text);
    }

    /// <summary>Provably not done: it may be sent again, later.</summary>
    public void PutBack(DateTimeOffset now, TimeSpan wait, ProviderError error)
    {
        Enter(OperationState.Requested, now, now + wait);
        AddStage(now, $"Waiting to try again: {error.Text}", error);
    }

    /// <summary>Known not to have been done, after a sending that was in doubt: it may be sent again now.</summary>
    public void Reopen(DateTimeOffset now, string text)
    {
        Enter(OperationState.Requested, now, now);
        AddStage(now, text);
    }

    /// <summary>Not known whether it was done.</summary>
    public void Reconcile(DateTimeOffset now, TimeSpan nextCheck, string text, ProviderError? error = null)
    {
        Enter(OperationState.Reconciling, now, now + nextCheck);
        AddStage(now, text, error);
    }

    /// <summary>Looked at it once more without learning enough.</summary>
    public void CheckAgain(DateTimeOffset now, TimeSpan wait)
    {
        Checks++;
        DueAt = now + wait;
    }

    public void Succeed(DateTimeOffset now, string text)
    {
        Finish(OperationState.Succeeded, now);
        AddStage(now, text);
    }

    /// <summary>Over without success. The text is for the customer: what happened, whether money was taken, what to do.</summary>
    public void Fail(DateTimeOffset now, ProviderErrorCode code, string text, string? detail = null)
    {
        Finish(OperationState.Failed, now);
        ErrorCode = code;
        ErrorText = Cut(text, TextLength);
        ErrorDetail = Cut(detail, DetailLength);
        AddStage(now, text, detail);
    }

    /// <summary>Given up by a person, with the reason that the customer reads.</summary>
    public void Cancel(DateTimeOffset now, string text, string? detail = null)
    {
        Finish(OperationState.Cancelled, now);
        ErrorText = Cut(text, TextLength);
        AddStage(now, text, detail);
    }

    /// <summary>A person found what it made, whether it had been given up or not: watch that from here on.</summary>
    public void Adopt(DateTimeOffset now, TimeSpan nextCheck, string text)
    {
        (ErrorCode, ErrorText, ErrorDetail, FinishedAt, ActiveInstanceId) = (null, null, null, null, InstanceId);
        Confirm(now, nextCheck, text);
    }

    /// <summary>Do not wait for its time.</summary>
    public void LookNow(DateTimeOffset now) => DueAt = now;

    /// <summary>What admins had to decide or know is decided, or known.</summary>
    public void Settle(DateTimeOffset now, string detail)
    {
        Attention = null;
        AddStage(now, SettledText, detail);
    }

    /// <summary>Raises it to the admins; the newest word counts.</summary>
    public void RaiseAttention(DateTimeOffset now, string text)
    {
        if (!string.Equals(Attention, text, StringComparison.Ordinal))
        {
            Attention = Cut(text, TextLength);
            AddStage(now, "Passed on to the support team", text);
        }
    }

    /// <summary>Lets another worker have it when it is due.</summary>
    public void Release() => (ClaimedBy, ClaimedUntil) = (null, null);

    private static string? Cut(string? text, int length) => text?.Length > length ? text[..length] : text;

    private void Enter(OperationState state, DateTimeOffset now, DateTimeOffset dueAt)
    {
        State = state;
        StateSince = now;
        Checks = 0;
        DueAt = dueAt;
    }

    private void Finish(OperationState state, DateTimeOffset now)
    {
        Enter(state, now, now);
        FinishedAt = now;
        ActiveInstanceId = null;
    }

    private void AddStage(DateTimeOffset now, string text, ProviderError? error) =>
        AddStage(now, text, error?.AdminText, error?.ProviderRequestId);

    private void AddStage(DateTimeOffset now, string text, string? detail = null, string? providerRequestId = null) =>
        _stages.Add(OperationStage.Of(
            Id, State, now, Attempts, Cut(text, TextLength)!, Cut(detail, DetailLength), Cut(providerRequestId, OperationStage.RequestIdLength)));
}
