using System.Diagnostics;
using SkyPanel.Core.Organizations;

namespace SkyPanel.Core.Instances.Create;

/// <summary>Everything that can come of asking for an instance. <see cref="Match"/> makes the caller answer every case.</summary>
public abstract record CreateInstanceOutcome
{
    private CreateInstanceOutcome()
    {
    }

    public T Match<T>(
        Func<Guid, T> accepted,
        Func<Guid, T> alreadyRequested,
        Func<string, string, T> invalid,
        Func<string, T> overLimit,
        Func<OrganizationState, string, T> notActive) => this switch
        {
            Accepted x => accepted(x.InstanceId),
            AlreadyRequested x => alreadyRequested(x.InstanceId),
            Invalid x => invalid(x.Field, x.Text),
            OverLimit x => overLimit(x.Text),
            NotActive x => notActive(x.State, x.Text),
            _ => throw new UnreachableException(),
        };

    /// <summary>Written down; it will be created.</summary>
    public sealed record Accepted(Guid InstanceId) : CreateInstanceOutcome;

    /// <summary>The same request came before; this is what came of it. Nothing was added.</summary>
    public sealed record AlreadyRequested(Guid InstanceId) : CreateInstanceOutcome;

    /// <summary>One of <c>plan</c>, <c>region</c>, <c>image</c>, <c>name</c>, <c>keys</c> cannot be so, and why.</summary>
    public sealed record Invalid(string Field, string Text) : CreateInstanceOutcome;

    /// <summary>The organisation may not have that much at once.</summary>
    public sealed record OverLimit(string Text) : CreateInstanceOutcome;

    /// <summary>The organisation waits for approval, or is suspended.</summary>
    public sealed record NotActive(OrganizationState State, string Text) : CreateInstanceOutcome;
}
