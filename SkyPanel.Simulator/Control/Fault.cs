using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace SkyPanel.Simulator.Control;

/// <summary>Something that shall go wrong with matching requests.</summary>
internal sealed record Fault
{
    public static IReadOnlyList<string> Kinds { get; } = ["latency", "hang", "status", "cut-before", "cut-after", "truncate"];

    public long Id { get; init; }

    /// <summary>linode, digitalocean, or null for both.</summary>
    public string? Vendor { get; init; }

    /// <summary>The HTTP method; null or * for every one.</summary>
    public string? Method { get; init; }

    /// <summary>The path with * for any letters; null for every path.</summary>
    public string? PathPattern { get; init; }

    /// <summary>How many requests it still meets; null for all until it is deleted.</summary>
    public int? Count { get; init; }

    public string Kind { get; init; } = "";

    public double? Seconds { get; init; }

    public int? Status { get; init; }

    public JsonElement? Body { get; init; }

    public Dictionary<string, string>? Headers { get; init; }

    /// <summary>For latency and status: after the effect has happened, not instead of it or before it.</summary>
    public bool After { get; init; }

    /// <summary>How many requests it has met.</summary>
    public int Hits { get; init; }

    [JsonIgnore]
    public bool IsSpent => Count is { } count && Hits >= count;

    /// <summary>Null when the fault can be used, else what is wrong with it.</summary>
    public string? Problem() => Kind switch
    {
        _ when !Kinds.Contains(Kind, StringComparer.Ordinal) => $"kind must be one of {string.Join(", ", Kinds)}",
        "latency" when Seconds is null => "latency needs seconds",
        "status" when Status is not (>= 200 and <= 599) => "status needs a status from 200 to 599",
        _ when Vendor is not (null or Control.Vendor.Linode or Control.Vendor.DigitalOcean) => "vendor must be linode or digitalocean",
        _ => null,
    };

    public bool Matches(string vendor, string method, string path)
        => !IsSpent
            && (Vendor is null || string.Equals(Vendor, vendor, StringComparison.Ordinal))
            && (Method is null or "*" || string.Equals(Method, method, StringComparison.OrdinalIgnoreCase))
            && (PathPattern is null || Regex.IsMatch(path, "^" + Regex.Escape(PathPattern).Replace("\\*", ".*", StringComparison.Ordinal) + "$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)));
}
