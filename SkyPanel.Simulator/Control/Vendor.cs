namespace SkyPanel.Simulator.Control;

/// <summary>Which side a path belongs to.</summary>
internal static class Vendor
{
    public const string Linode = "linode";
    public const string DigitalOcean = "digitalocean";

    /// <summary>Null for paths of neither, such as the control's own.</summary>
    public static string? Of(PathString path)
    {
        if (path.StartsWithSegments("/v4", StringComparison.Ordinal) || path.StartsWithSegments("/v4beta", StringComparison.Ordinal))
        {
            return Linode;
        }

        return path.StartsWithSegments("/v2", StringComparison.Ordinal) ? DigitalOcean : null;
    }
}
