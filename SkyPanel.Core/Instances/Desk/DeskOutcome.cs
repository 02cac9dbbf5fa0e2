using System.Diagnostics;

namespace SkyPanel.Core.Instances.Desk;

/// <summary>Everything that can come of a decision on an operation.</summary>
public abstract record DeskOutcome
{
    private DeskOutcome()
    {
    }

    public T Match<T>(Func<T> done, Func<T> missing, Func<T> busy, Func<string, T> refused) => this switch
    {
        Done => done(),
        Missing => missing(),
        Busy => busy(),
        Refused x => refused(x.Text),
        _ => throw new UnreachableException(),
    };

    /// <summary>Written down.</summary>
    public sealed record Done : DeskOutcome;

    /// <summary>There is no such operation.</summary>
    public sealed record Missing : DeskOutcome;

    /// <summary>A worker has it in hand just now; ask again in a moment.</summary>
    public sealed record Busy : DeskOutcome;

    /// <summary>Not possible, and why.</summary>
    public sealed record Refused(string Text) : DeskOutcome;
}
