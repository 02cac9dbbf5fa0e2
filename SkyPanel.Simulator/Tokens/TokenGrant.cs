namespace SkyPanel.Simulator.Tokens;

/// <summary>What a token may do. Scopes are the vendor's own words; <c>*</c> is everything; at DigitalOcean <c>*:read</c> is reading everything.</summary>
/// <param name="IsValid">False: whoever shows it is not known (401).</param>
/// <param name="IsRestricted">Linode: the user behind it may read only, whatever the scopes say.</param>
internal sealed record TokenGrant(bool IsValid, bool IsRestricted, IReadOnlyList<string> Scopes)
{
    public static TokenGrant Full { get; } = new(IsValid: true, IsRestricted: false, ["*"]);

    public static TokenGrant Unknown { get; } = new(IsValid: false, IsRestricted: false, []);

    public bool IsFull => Has("*");

    /// <summary>Linode: <c>linodes:read_write</c> allows reading too.</summary>
    public bool AllowsLinode(string scope)
    {
        var parts = scope.Split(':');
        return IsFull || Has(scope) || (parts[1] is "read_only" && Has(parts[0] + ":read_write"));
    }

    /// <summary>DigitalOcean: each verb is a scope of its own.</summary>
    public bool AllowsDigitalOcean(string scope)
        => scope.Length == 0 || IsFull || Has(scope) || Has("*:" + scope[(scope.IndexOf(':', StringComparison.Ordinal) + 1)..]);

    private bool Has(string scope) => Scopes.Contains(scope, StringComparer.Ordinal);
}
