namespace SkyPanel.Providers.Http.Limits;

/// <summary>One of the limits that a vendor publishes.</summary>
/// <param name="Name">Ours for it, as in the settings and the health page.</param>
/// <param name="Permits">Calls within the window.</param>
/// <param name="Window">Sliding: a call is forgotten this long after it.</param>
/// <param name="Scope">What shares one count.</param>
/// <param name="Headers">What the vendor's headers tell of this limit.</param>
/// <param name="Covers">Which calls it is for; of the rules by operation the first that covers a call counts.</param>
internal sealed record RateRule(
    string Name, int Permits, TimeSpan Window, RateScope Scope, RateHeaderMeaning Headers, Func<ProviderRequest, bool> Covers)
{
    public RateRule With(RateLimitOptions? setting) => setting is null
        ? this
        : this with { Permits = setting.Permits ?? Permits, Window = setting.Window ?? Window };
}

internal enum RateScope
{
    /// <summary>All calls of the account together.</summary>
    Account,

    /// <summary>Each operation (method and path, ids aside) by itself.</summary>
    Operation,
}

/// <summary>How the headers for limit, remaining calls and reset are to be read.</summary>
internal enum RateHeaderMeaning
{
    /// <summary>They speak of another limit.</summary>
    None,

    /// <summary>At the reset everything is free again.</summary>
    Window,

    /// <summary>At the reset the oldest counted call is forgotten, and no more than that.</summary>
    OldestCall,
}
