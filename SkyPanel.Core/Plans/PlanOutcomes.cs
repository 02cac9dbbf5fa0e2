using System.Diagnostics;
using SkyPanel.Core.Data;
using SkyPanel.Core.Providers;

namespace SkyPanel.Core.Plans;

/// <summary>Everything that can come of adding a plan.</summary>
public abstract record AddPlanOutcome
{
    private AddPlanOutcome()
    {
    }

    public T Match<T>(
        Func<Guid, T> added, Func<PriceBelowCost, T> belowCost, Func<string, string, T> invalid, Func<ProviderError, T> refused) => this switch
        {
            Added x => added(x.PlanId),
            BelowCost x => belowCost(x.Price),
            Invalid x => invalid(x.Field, x.Text),
            Refused x => refused(x.Error),
            _ => throw new UnreachableException(),
        };

    public sealed record Added(Guid PlanId) : AddPlanOutcome;

    public sealed record BelowCost(PriceBelowCost Price) : AddPlanOutcome;

    /// <summary>A field (plan, name, hourly, monthly, accounts) is not as it must be.</summary>
    public sealed record Invalid(string Field, string Text) : AddPlanOutcome;

    /// <summary>The provider's catalogue could not be read.</summary>
    public sealed record Refused(ProviderError Error) : AddPlanOutcome;
}

/// <summary>Everything that can come of changing a plan. A plan can be changed while its provider does not answer; the cost last seen counts then.</summary>
public abstract record UpdatePlanOutcome
{
    private UpdatePlanOutcome()
    {
    }

    public T Match<T>(
        Func<T> updated, Func<PriceBelowCost, T> belowCost, Func<string, string, T> invalid, Func<T> stale, Func<T> missing) => this switch
        {
            Updated => updated(),
            BelowCost x => belowCost(x.Price),
            Invalid x => invalid(x.Field, x.Text),
            Stale => stale(),
            Missing => missing(),
            _ => throw new UnreachableException(),
        };

    public sealed record Updated : UpdatePlanOutcome;

    public sealed record BelowCost(PriceBelowCost Price) : UpdatePlanOutcome;

    /// <summary>A field (name, hourly, monthly, accounts) is not as it must be.</summary>
    public sealed record Invalid(string Field, string Text) : UpdatePlanOutcome;

    /// <summary>Someone else changed it since it was read. Nothing was changed; read it again.</summary>
    public sealed record Stale : UpdatePlanOutcome;

    /// <summary>There is no such plan.</summary>
    public sealed record Missing : UpdatePlanOutcome;
}

/// <summary>A price that would lose money.</summary>
/// <param name="Field"><c>hourly</c> or <c>monthly</c>.</param>
/// <param name="Cost">What the provider asks, where no region says otherwise.</param>
/// <param name="Currency">ISO 4217.</param>
public sealed record PriceBelowCost(string Field, Money Cost, string Currency);
