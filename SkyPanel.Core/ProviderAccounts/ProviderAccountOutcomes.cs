using System.Diagnostics;
using SkyPanel.Core.Providers;

namespace SkyPanel.Core.ProviderAccounts;

/// <summary>Everything that can come of adding an account.</summary>
public abstract record AddAccountOutcome
{
    private AddAccountOutcome()
    {
    }

    public T Match<T>(Func<Guid, T> added, Func<ProviderError, T> refused, Func<string, string, T> invalid) => this switch
    {
        Added x => added(x.AccountId),
        Refused x => refused(x.Error),
        Invalid x => invalid(x.Field, x.Text),
        _ => throw new UnreachableException(),
    };

    public sealed record Added(Guid AccountId) : AddAccountOutcome;

    /// <summary>The provider did not accept the token, or could not be asked. Nothing was stored.</summary>
    public sealed record Refused(ProviderError Error) : AddAccountOutcome;

    /// <summary>A field (name, type, token) is not as it must be. Nothing was stored.</summary>
    public sealed record Invalid(string Field, string Text) : AddAccountOutcome;
}

/// <summary>Everything that can come of changing an account.</summary>
public abstract record UpdateAccountOutcome
{
    private UpdateAccountOutcome()
    {
    }

    public T Match<T>(
        Func<T> updated, Func<ProviderError, T> refused, Func<string, string, T> invalid, Func<T> stale, Func<T> missing) => this switch
        {
            Updated => updated(),
            Refused x => refused(x.Error),
            Invalid x => invalid(x.Field, x.Text),
            Stale => stale(),
            Missing => missing(),
            _ => throw new UnreachableException(),
        };

    public sealed record Updated : UpdateAccountOutcome;

    /// <summary>The provider did not accept the new token, or could not be asked. The old one stays.</summary>
    public sealed record Refused(ProviderError Error) : UpdateAccountOutcome;

    /// <summary>A field (name, token) is not as it must be. Nothing was changed.</summary>
    public sealed record Invalid(string Field, string Text) : UpdateAccountOutcome;

    /// <summary>Someone else changed it since it was read. Nothing was changed; read it again.</summary>
    public sealed record Stale : UpdateAccountOutcome;

    /// <summary>There is no such account.</summary>
    public sealed record Missing : UpdateAccountOutcome;
}

/// <summary>Everything that can come of removing an account.</summary>
public abstract record RemoveAccountOutcome
{
    private RemoveAccountOutcome()
    {
    }

    public T Match<T>(Func<T> removed, Func<IReadOnlyList<string>, T> inUse, Func<T> missing) => this switch
    {
        Removed => removed(),
        InUse x => inUse(x.Uses),
        Missing => missing(),
        _ => throw new UnreachableException(),
    };

    public sealed record Removed : RemoveAccountOutcome;

    /// <summary>Something hangs on it; each use in words for admins.</summary>
    public sealed record InUse(IReadOnlyList<string> Uses) : RemoveAccountOutcome;

    public sealed record Missing : RemoveAccountOutcome;
}
