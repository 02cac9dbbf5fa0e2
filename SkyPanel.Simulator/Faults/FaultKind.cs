namespace SkyPanel.Simulator.Faults;

/// <summary>The documented names of what can go wrong.</summary>
internal static class FaultKind
{
    public const string Latency = "latency";
    public const string Hang = "hang";
    public const string Status = "status";
    public const string CutBefore = "cut-before";
    public const string CutAfter = "cut-after";
    public const string Truncate = "truncate";
    public const string EmptyBody = "empty-body";
    public const string Timeout = "timeout-408";
    public const string RateLimited = "rate-limited";
    public const string RateLimitedBare = "rate-limited-bare";
    public const string RateLimitedNegative = "rate-limited-negative";
    public const string RateLimitedHuge = "rate-limited-huge";
    public const string Error500 = "error-500";
    public const string Error502 = "error-502";
    public const string Error503 = "error-503";
    public const string Error504 = "error-504";
    public const string Maintenance = "maintenance";
    public const string Html = "html";
    public const string SoldOut = "sold-out";
    public const string Quota = "quota";
    public const string SlowProvisioning = "slow-provisioning";
    public const string FailedProvisioning = "failed-provisioning";
    public const string StaleList = "stale-list";
    public const string StuckPage = "stuck-page";
    public const string UnknownStatus = "unknown-status";
    public const string ScopeLost = "scope-lost";
    public const string TokenRevoked = "token-revoked";

    public static IReadOnlyList<string> All { get; } =
    [
        Latency, Hang, Status, CutBefore, CutAfter, Truncate, EmptyBody,
        Timeout, RateLimited, RateLimitedBare, RateLimitedNegative, RateLimitedHuge, Error500, Error502, Error503, Error504, Maintenance, Html,
        SoldOut, Quota, SlowProvisioning, FailedProvisioning, StaleList, StuckPage, UnknownStatus, ScopeLost, TokenRevoked,
    ];

    /// <summary>What a fault is about when its order names no method and no path; null for everything.</summary>
    public static FaultTarget? TargetOf(string kind) => kind switch
    {
        SoldOut or Quota or SlowProvisioning or FailedProvisioning => FaultTarget.Create,
        StaleList => FaultTarget.List,
        UnknownStatus => FaultTarget.Machine,
        StuckPage => FaultTarget.AnyRead,
        _ => null,
    };
}

/// <summary>The requests that a kind is about by its nature.</summary>
internal sealed record FaultTarget(string Method, IReadOnlyList<string> Paths)
{
    public static FaultTarget Create { get; } = new("POST", ["/v4*/linode/instances", "/v2/droplets"]);

    public static FaultTarget List { get; } = new("GET", ["/v4*/linode/instances", "/v2/droplets"]);

    public static FaultTarget Machine { get; } = new("GET", ["/v4*/linode/instances", "/v4*/linode/instances/*", "/v2/droplets", "/v2/droplets/*"]);

    public static FaultTarget AnyRead { get; } = new("GET", ["*"]);
}
