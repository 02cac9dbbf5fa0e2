using System.Diagnostics;
using SkyPanel.Core.Providers;

namespace SkyPanel.Core.Plans;

/// <summary>Everything that can come of looking for a place for a machine.</summary>
public abstract record Placement
{
    private Placement()
    {
    }

    public T Match<T>(Func<Placed, T> placed, Func<Refused, T> refused) => this switch
    {
        Placed x => placed(x),
        Refused x => refused(x),
        _ => throw new UnreachableException(),
    };

    /// <summary>It can be had.</summary>
    /// <param name="Plan">What is sold, at today's price.</param>
    /// <param name="AccountId">The account to make it on.</param>
    /// <param name="Image">What it starts from.</param>
    /// <param name="Region">Where.</param>
    public sealed record Placed(SoldPlan Plan, Guid AccountId, ProviderImage Image, ProviderRegion Region) : Placement;

    /// <summary>It cannot be had.</summary>
    /// <param name="Field">What to choose anew: <c>plan</c>, <c>region</c> or <c>image</c>.</param>
    /// <param name="Text">Why, for customers.</param>
    public sealed record Refused(string Field, string Text) : Placement;
}
