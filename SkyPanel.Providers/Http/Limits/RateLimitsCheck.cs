namespace SkyPanel.Providers.Http.Limits;

/// <summary>Limits in the settings are for something that exists: a misspelt one would be silently without effect.</summary>
internal static class RateLimitsCheck
{
    public static bool IsValid(IReadOnlyDictionary<string, Dictionary<string, RateLimitOptions>> settings, IEnumerable<ProviderAdapter> adapters)
    {
        var known = adapters.ToDictionary(x => x.Descriptor.Type.Value, x => x.Limits.Select(y => y.Name), StringComparer.OrdinalIgnoreCase);
        return settings.All(x => known.TryGetValue(x.Key, out var names)
            && x.Value.All(y => y.Value.IsValid && names.Contains(y.Key, StringComparer.Ordinal)));
    }
}
