using SkyPanel.Simulator.Control;
using SkyPanel.Simulator.Rates;

namespace SkyPanel.Simulator.Linode;

/// <summary>The published limits (2026-09-15). Each operation has a window of its own for each token, or address without one.</summary>
internal static class LinodeRates
{
    public static RateBucket General { get; } = RateBucket.PerMinute("general", 1600);

    /// <summary>Paged collections.</summary>
    public static RateBucket Lists { get; } = RateBucket.PerMinute("lists", 200);

    public static RateBucket Create { get; } = new("create", 20, TimeSpan.FromSeconds(15));

    public static RateBucket Images { get; } = RateBucket.PerMinute("images", 20);

    public static RateBucket StackScripts { get; } = RateBucket.PerMinute("stackscripts", 60);

    /// <summary>Not published, but what recordings say of POST /vpcs; its window is taken to be a minute.</summary>
    public static RateBucket NewVpcs { get; } = RateBucket.PerMinute("new-vpcs", 15);

    public static IReadOnlyList<RateBucket> All { get; } = [General, Lists, Create, Images, StackScripts, NewVpcs];

    public static RateStanding Take(HttpContext http, string token, RateBucket bucket, string operation)
    {
        var caller = token.Length > 0 ? token : "address " + http.Connection.RemoteIpAddress;
        return http.RequestServices.GetRequiredService<RateLimits>().Take<FixedWindow>(Vendor.Linode, caller, bucket, operation);
    }
}
