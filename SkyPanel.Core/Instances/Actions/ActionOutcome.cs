using System.Diagnostics;

namespace SkyPanel.Core.Instances.Actions;

/// <summary>Everything that can come of asking for a change to an instance.</summary>
public abstract record ActionOutcome
{
    private ActionOutcome()
    {
    }

    public T Match<T>(Func<T> accepted, Func<T> notFound, Func<T> busy, Func<string, T> refused) => this switch
    {
        Accepted => accepted(),
        NotFound => notFound(),
        Busy => busy(),
        Refused x => refused(x.Text),
        _ => throw new UnreachableException(),
    };

    /// <summary>Written down, now or before under the same request id.</summary>
    public sealed record Accepted : ActionOutcome;

    /// <summary>The organisation has no such instance.</summary>
    public sealed record NotFound : ActionOutcome;

    /// <summary>Another operation is under way on it.</summary>
    public sealed record Busy : ActionOutcome;

    /// <summary>Not possible now, and why.</summary>
    public sealed record Refused(string Text) : ActionOutcome;
}
