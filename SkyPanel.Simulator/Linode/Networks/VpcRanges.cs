using System.Globalization;
using SkyPanel.Simulator.Http;

namespace SkyPanel.Simulator.Linode.Networks;

/// <summary>Addresses of one's own choice for a private network.</summary>
internal static class VpcRanges
{
    /// <summary>The one region in which recordings have them; how a region says so is not recorded.</summary>
    private const string RegionWithOwnRanges = "no-osl-1";

    public static IReadOnlyList<string>? Wanted(JsonBody body)
        => body.Objects("ipv4") is { Count: > 0 } ranges ? [.. ranges.Select(range => range.Text("range") ?? "")] : null;

    public static IEnumerable<(string Reason, string? Field)> Check(JsonBody body, string? region)
    {
        if (body.Text("vpc_type") is "rdma" && body.Objects("ipv6").Count > 0)
        {
            yield return ("RDMA VPCs cannot have IPv6 ranges", "ipv6");
        }

        if (Wanted(body) is not { } ranges || string.Equals(region, RegionWithOwnRanges, StringComparison.Ordinal))
        {
            yield break;
        }

        yield return ("Customer defined IPv4 ranges are not supported in this region", "ipv4");
        foreach (var index in Enumerable.Range(0, ranges.Count))
        {
            yield return ("You must not use any custom IPv4 range for VPCs.", string.Create(CultureInfo.InvariantCulture, $"ipv4[{index}].range"));
        }
    }
}
