using SkyPanel.Core.Instances.Browse;
using SkyPanel.Core.Operations;

namespace SkyPanel.Web.Features.Instances;

/// <summary>One step of an operation as its stepper shows it.</summary>
/// <param name="Title">What happens in it.</param>
/// <param name="Progress">How far it is.</param>
/// <param name="At">When it was reached; null before that.</param>
public sealed record OperationStep(string Title, StepProgress Progress, DateTimeOffset? At)
{
    /// <summary>The steps of an operation, first to last, however often some of them were gone through.</summary>
    public static IReadOnlyList<OperationStep> Of(OperationView operation)
    {
        var titles = Titles(operation.Kind);
        var reached = Reached(operation);
        return [.. titles.Select((title, i) => new OperationStep(TitleNow(operation, title, i, reached), Judge(operation, i, reached), ReachedAt(operation, i)))];
    }

    private static string[] Titles(OperationKind kind) => kind switch
    {
        OperationKind.Create => ["Request saved", "Sent to the provider", "Being built", "Running"],
        OperationKind.Boot => ["Request saved", "Sent to the provider", "Starting", "Running"],
        OperationKind.ShutDown => ["Request saved", "Sent to the provider", "Shutting down", "Off"],
        OperationKind.Reboot => ["Request saved", "Sent to the provider", "Rebooting", "Running again"],
        OperationKind.Delete => ["Request saved", "Sent to the provider", "Being deleted", "Deleted"],
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    };

    /// <summary>The step that is under way: where a failed operation stopped, where an unfinished one is.</summary>
    private static int Reached(OperationView operation) =>
        Index(operation.IsFinished && operation.State != OperationState.Succeeded
            ? operation.Stages.LastOrDefault(x => Index(x.State) >= 0)?.State ?? OperationState.Requested
            : operation.State);

    // A saved request waits to be sent, so sending is what is under way.
    private static int Index(OperationState state) => state switch
    {
        OperationState.Requested or OperationState.Submitted or OperationState.Reconciling => 1,
        OperationState.Confirming => 2,
        OperationState.Succeeded => 3,
        _ => -1,
    };

    private static StepProgress Judge(OperationView operation, int step, int reached) => (operation.State, step.CompareTo(reached)) switch
    {
        (OperationState.Succeeded, _) or (_, < 0) => StepProgress.Done,
        (_, > 0) => StepProgress.Ahead,
        (OperationState.Failed or OperationState.Cancelled, _) => StepProgress.Failed,
        _ => StepProgress.Current,
    };

    private static string TitleNow(OperationView operation, string title, int step, int reached) => (operation.State, step == reached) switch
    {
        (OperationState.Requested, true) => operation.Stages.Any(x => x.State == OperationState.Submitted) ? "Waiting to try again" : "Waiting to be sent",
        (OperationState.Submitted, true) => "Being sent",
        (OperationState.Reconciling, true) => "Checking what happened",
        _ => title,
    };

    private static DateTimeOffset? ReachedAt(OperationView operation, int step)
    {
        OperationState[] states = step switch
        {
            0 => [OperationState.Requested],
            1 => [OperationState.Submitted],
            2 => [OperationState.Confirming],
            _ => [OperationState.Succeeded],
        };
        return step == 0 ? operation.RequestedAt : operation.Stages.LastOrDefault(x => states.Contains(x.State))?.At;
    }
}

/// <summary>How far a step is.</summary>
public enum StepProgress
{
    Ahead,
    Current,
    Done,
    Failed,
}
