namespace SkyPanel.Providers.Http.Limits;

/// <summary>One account's counts under all of its vendor's limits. Not safe for concurrent use; the gate locks.</summary>
internal sealed class RateBook(IReadOnlyList<RateRule> rules)
{
    private readonly Dictionary<string, RateBucket> _buckets = new(StringComparer.Ordinal);

    /// <summary>The counts in use so far.</summary>
    public IReadOnlyCollection<RateBucket> Buckets => _buckets.Values;

    /// <summary>The counts that a call falls into: every limit of the account, and the first by operation that covers it.</summary>
    public IReadOnlyList<RateBucket> For(ProviderRequest request)
    {
        var ofAccount = rules.Where(x => x.Scope == RateScope.Account && x.Covers(request)).Select(x => Bucket(x.Name, x));
        var ofOperation = rules.Where(x => x.Scope == RateScope.Operation && x.Covers(request)).Take(1).Select(x => Bucket($"{x.Name}: {request.Operation}", x));
        return [.. ofAccount, .. ofOperation];
    }

    private RateBucket Bucket(string name, RateRule rule)
    {
        if (!_buckets.TryGetValue(name, out var bucket))
        {
            _buckets.Add(name, bucket = new RateBucket(name, rule));
        }

        return bucket;
    }
}
