using SkyPanel.Core.Providers;

namespace SkyPanel.Providers.Http.Limits;

/// <summary>A call before, at or behind its account's gate.</summary>
internal sealed class GateWaiter(CallState call, IReadOnlyList<RateBucket> buckets)
{
    /// <summary>Run elsewhere: whoever opens the gate holds its lock.</summary>
    private readonly TaskCompletionSource _turn = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ProviderPriority Priority => call.Priority;

    public DateTimeOffset Deadline => call.Deadline;

    public IReadOnlyList<RateBucket> Buckets => buckets;

    public Task Turn => _turn.Task;

    public bool IsAdmitted => _turn.Task.IsCompletedSuccessfully;

    public void Admit() => _turn.TrySetResult();

    public void Refuse(GateRefusedException why) => _turn.TrySetException(why);

    public void Cancel(CancellationToken cancellationToken) => _turn.TrySetCanceled(cancellationToken);
}
