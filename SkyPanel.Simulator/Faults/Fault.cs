using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace SkyPanel.Simulator.Faults;

/// <summary>Something that shall go wrong with matching requests.</summary>
internal sealed record Fault
{
    public long Id { get; init; }

    /// <summary>linode, digitalocean, or null for both.</summary>
    public string? Vendor { get; init; }

    /// <summary>The token that asks, in full; null for every one.</summary>
    public string? Token { get; init; }

    /// <summary>The HTTP method; null or * for every one, or for those that the kind is about.</summary>
    public string? Method { get; init; }

    /// <summary>The path with * for any letters; null for every path, or for those that the kind is about.</summary>
    public string? PathPattern { get; init; }

    /// <summary>How many requests it still meets; null for all until it is deleted.</summary>
    public int? Count { get; init; }

    /// <summary>How many matching requests are let pass first.</summary>
    public int Skip { get; init; }

    /// <summary>From 0 to 1: how likely it meets a matching request. The luck follows from the simulator's seed and the fault's id.</summary>
    public double Probability { get; init; } = 1;

    public string Kind { get; init; } = "";

    public double? Seconds { get; init; }

    public int? Status { get; init; }

    public JsonElement? Body { get; init; }

    public Dictionary<string, string>? Headers { get; init; }

    /// <summary>For unknown-status: the word.</summary>
    public string? Value { get; init; }

    /// <summary>For scope-lost: what the token has left.</summary>
    public IReadOnlyList<string>? Scopes { get; init; }

    /// <summary>For latency and answers: after the effect has happened, not instead of it or before it.</summary>
    public bool After { get; init; }

    /// <summary>How many matching requests it has seen, those that it spared included.</summary>
    public int Seen { get; init; }

    /// <summary>How many requests it has met.</summary>
    public int Hits { get; init; }

    [JsonIgnore]
    public bool IsSpent => Count is { } count && Hits >= count;

    /// <summary>Null when the fault can be used, else what is wrong with it.</summary>
    public string? Problem() => this switch
    {
        _ when !FaultKind.All.Contains(Kind, StringComparer.Ordinal) => $"kind must be one of {string.Join(", ", FaultKind.All)}",
        { Kind: FaultKind.Latency or FaultKind.SlowProvisioning or FaultKind.StaleList, Seconds: null } => $"{Kind} needs seconds",
        { Kind: FaultKind.Status, Status: null } => "status needs a status from 200 to 599",
        { Status: < 200 or > 599 } => "status must be from 200 to 599",
        { Probability: < 0 or > 1 } => "probability must be from 0 to 1",
        { Vendor: not (null or Control.Vendor.Linode or Control.Vendor.DigitalOcean) } => "vendor must be linode or digitalocean",
        _ => null,
    };

    public bool Matches(string vendor, string token, string method, string path)
    {
        var target = Method is null && PathPattern is null ? FaultKind.TargetOf(Kind) : null;
        return !IsSpent
            && (Vendor is null || string.Equals(Vendor, vendor, StringComparison.Ordinal))
            && (Token is null || string.Equals(Token, token, StringComparison.Ordinal))
            && IsMethod(target?.Method ?? Method, method)
            && (target?.Paths.Any(pattern => IsPath(pattern, path)) ?? (PathPattern is null || IsPath(PathPattern, path)));
    }

    private static bool IsMethod(string? wanted, string method) => wanted is null or "*" || string.Equals(wanted, method, StringComparison.OrdinalIgnoreCase);

    private static bool IsPath(string pattern, string path) => Regex.IsMatch(
        path, "^" + Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal) + "$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}
