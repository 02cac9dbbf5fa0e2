using SkyPanel.Simulator.Http;
using SkyPanel.Simulator.Rates;

namespace SkyPanel.Simulator.Linode;

/// <summary>What an endpoint asks of its caller, beside what it does.</summary>
/// <param name="Area">The word before the colon in a scope; empty where every token will do.</param>
internal sealed record LinodeOperation(string Area, Func<LinodeCall, Answer> Work)
{
    public RateBucket Rate { get; init; } = LinodeRates.General;

    /// <summary>May be read without a token.</summary>
    public bool IsOpen { get; init; }

    /// <summary>A further scope that is needed, whole.</summary>
    public string? AlsoNeeds { get; init; }

    public IReadOnlyList<string> Scopes(bool reads)
    {
        string[] own = Area.Length == 0 ? [] : [$"{Area}:{(reads ? "read_only" : "read_write")}"];
        return AlsoNeeds is null ? own : [.. own, AlsoNeeds];
    }
}
