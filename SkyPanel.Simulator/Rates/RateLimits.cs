using System.Collections.Concurrent;

namespace SkyPanel.Simulator.Rates;

/// <summary>Counts every caller's requests, and knows the rules that change the published numbers.</summary>
internal sealed class RateLimits(TimeProvider time, SimulatorOptions options)
{
    private readonly ConcurrentDictionary<(string Vendor, string Token, string Operation), IRateWindow> _windows = new();
    private readonly Lock _gate = new();
    private readonly List<RateRule> _rules = [];

    public DateTimeOffset Now => time.GetUtcNow();

    public IReadOnlyList<RateRule> Rules
    {
        get
        {
            lock (_gate)
            {
                return [.. _rules];
            }
        }
    }

    public bool IsEnforced(string vendor, string token, string bucket)
        => Rules.LastOrDefault(rule => rule.Enabled is not null && rule.IsFor(vendor, token, bucket))?.Enabled ?? options.RateLimits;

    /// <summary>Counts a request. Where limits are switched off nothing is refused, and the headers still tell the truth.</summary>
    /// <param name="operation">What shares one window within the bucket.</param>
    /// <param name="counts">False to be told how things stand and no more.</param>
    public RateStanding Take<TWindow>(string vendor, string token, RateBucket bucket, string operation, bool counts = true)
        where TWindow : IRateWindow, new()
    {
        var window = _windows.GetOrAdd((vendor, token, operation), _ => new TWindow());
        RateStanding standing;
        lock (window)
        {
            standing = window.Take(Now, Effective(vendor, token, bucket), counts);
        }

        return IsEnforced(vendor, token, bucket.Name) ? standing : standing with { IsRefused = false };
    }

    /// <summary>A later rule wins over an earlier one.</summary>
    public void Add(RateRule rule)
    {
        lock (_gate)
        {
            _rules.Add(rule);
        }
    }

    /// <summary>Back to the published numbers, with nothing counted.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _rules.Clear();
        }

        _windows.Clear();
    }

    private RateBucket Effective(string vendor, string token, RateBucket bucket) => Rules
        .Where(rule => rule.IsFor(vendor, token, bucket.Name))
        .Aggregate(bucket, (current, rule) => current with
        {
            Limit = rule.Limit ?? current.Limit,
            Window = rule.Seconds is { } seconds ? TimeSpan.FromSeconds(seconds) : current.Window,
        });
}
