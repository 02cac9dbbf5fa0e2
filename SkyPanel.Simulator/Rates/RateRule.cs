namespace SkyPanel.Simulator.Rates;

/// <summary>Other numbers than the published ones, for those whom it names; what is absent stays as it was.</summary>
internal sealed record RateRule
{
    /// <summary>linode, digitalocean, or null for both.</summary>
    public string? Vendor { get; init; }

    /// <summary>Null for every token.</summary>
    public string? Token { get; init; }

    /// <summary>Null for every bucket.</summary>
    public string? Bucket { get; init; }

    /// <summary>Whether requests above the limit are refused.</summary>
    public bool? Enabled { get; init; }

    public int? Limit { get; init; }

    public double? Seconds { get; init; }

    /// <summary>Null when the rule can be used, else what is wrong with it.</summary>
    public string? Problem() => this switch
    {
        { Vendor: not (null or Control.Vendor.Linode or Control.Vendor.DigitalOcean) } => "vendor must be linode or digitalocean",
        { Limit: < 0 } => "limit must not be negative",
        { Seconds: <= 0 } => "seconds must be above 0",
        { Enabled: null, Limit: null, Seconds: null } => "enabled, limit or seconds is needed",
        _ => null,
    };

    public bool IsFor(string vendor, string token, string bucket)
        => IsOrAbsent(Vendor, vendor) && IsOrAbsent(Token, token) && IsOrAbsent(Bucket, bucket);

    private static bool IsOrAbsent(string? wanted, string actual) => wanted is null || string.Equals(wanted, actual, StringComparison.Ordinal);
}
