using SkyPanel.Simulator.DigitalOcean;
using SkyPanel.Simulator.Linode;
using SkyPanel.Simulator.Rates;

namespace SkyPanel.Simulator.Control;

/// <summary>The published limits, and rules that change them or switch them off.</summary>
internal static class LimitEndpoints
{
    public static void MapLimits(this RouteGroupBuilder group)
    {
        group.MapGet("/limits", (RateLimits limits) => Show(limits));
        group.MapPut("/limits", AddAsync);
        group.MapDelete("/limits", (RateLimits limits) =>
        {
            limits.Clear();
            return Results.NoContent();
        });
    }

    private static IResult Show(RateLimits limits) => ControlEndpoints.Json(new
    {
        Enforced = limits.IsEnforced("", "", ""),
        Published = new { Linode = Describe(LinodeRates.All), Digitalocean = Describe(DigitalOceanRates.All) },
        limits.Rules,
    });

    private static object Describe(IEnumerable<RateBucket> buckets)
        => buckets.ToDictionary(bucket => bucket.Name, bucket => new { bucket.Limit, Seconds = bucket.Window.TotalSeconds }, StringComparer.Ordinal);

    private static async Task<IResult> AddAsync(HttpRequest request, RateLimits limits, CancellationToken cancellationToken)
    {
        var rule = await ControlJson.ReadAsync<RateRule>(request, cancellationToken);
        if (rule is null || rule.Problem() is not null)
        {
            return ControlEndpoints.Refuse(rule?.Problem() ?? "a JSON object is needed");
        }

        limits.Add(rule);
        return Show(limits);
    }
}
