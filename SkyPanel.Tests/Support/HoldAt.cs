using SkyPanel.Core.Data.Failpoints;

namespace SkyPanel.Tests.Support;

/// <summary>
/// Stops a worker for good the first time that it passes one point: nothing of it runs on, nothing is given back or cleaned up, as after a
/// power cut. It can be let go later, as a machine that was only suspended.
/// </summary>
internal sealed class HoldAt(string name) : IFailpoints
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _go = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _passed;

    public Task Reached => _reached.Task;

    /// <summary>Done when the step that is held has been told to stop.</summary>
    public Task Cancelled => _cancelled.Task;

    public void LetGo() => _go.TrySetResult();

    public async ValueTask HitAsync(string point, CancellationToken cancellationToken)
    {
        if (string.Equals(point, name, StringComparison.Ordinal) && Interlocked.Exchange(ref _passed, 1) == 0)
        {
            await using var registration = cancellationToken.Register(() => _cancelled.TrySetResult());
            _reached.TrySetResult();
            await _go.Task;
        }
    }
}
