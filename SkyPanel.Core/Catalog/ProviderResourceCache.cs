using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SkyPanel.Core.ProviderAccounts;
using SkyPanel.Core.Providers;
using ZiggyCreatures.Caching.Fusion;

namespace SkyPanel.Core.Catalog;

/// <summary>
/// What each account may sell, remembered: one call to the provider under any number of readers, the last good answer while the provider
/// fails, and no failure kept for those who ask after it. Ages by the system's clock: the cache library takes no other.
/// </summary>
public sealed class ProviderResourceCache(
    [FromKeyedServices(ProviderResourceCache.CacheName)] IFusionCache cache, ProviderGateway gateway, IOptions<CatalogOptions> options)
    : IProviderAccountListener
{
    internal const string CacheName = "catalog";

    private readonly ConcurrentDictionary<Guid, int> _generations = new();

    private readonly ConcurrentDictionary<string, (long Moment, ProviderError Error)> _failures = new(StringComparer.Ordinal);

    private readonly FusionCacheEntryOptions _entry = new FusionCacheEntryOptions(options.Value.FreshFor)
        .SetFailSafe(options.Value.StaleFor > TimeSpan.Zero, options.Value.StaleFor, options.Value.RetryAfter)
        .SetFactoryTimeouts(options.Value.Patience);

    private long _moments;

    /// <summary>The plans as the account sees them.</summary>
    /// <exception cref="ProviderException">The provider failed and there is no old answer.</exception>
    public Task<IReadOnlyList<ProviderPlan>> ListPlansAsync(Guid accountId, CancellationToken cancellationToken) =>
        ReadAsync(accountId, "plans", (x, token) => x.ListPlansAsync(token), cancellationToken);

    /// <summary>The images as the account sees them.</summary>
    /// <exception cref="ProviderException">The provider failed and there is no old answer.</exception>
    public Task<IReadOnlyList<ProviderImage>> ListImagesAsync(Guid accountId, CancellationToken cancellationToken) =>
        ReadAsync(accountId, "images", (x, token) => x.ListImagesAsync(token), cancellationToken);

    /// <summary>The regions as the account sees them.</summary>
    /// <exception cref="ProviderException">The provider failed and there is no old answer.</exception>
    public Task<IReadOnlyList<ProviderRegion>> ListRegionsAsync(Guid accountId, CancellationToken cancellationToken) =>
        ReadAsync(accountId, "regions", (x, token) => x.ListRegionsAsync(token), cancellationToken);

    /// <summary>Forgets all that was learnt through the account, old answers too.</summary>
    public async Task DropAsync(Guid accountId, CancellationToken cancellationToken)
    {
        _generations.AddOrUpdate(accountId, 1, (_, x) => x + 1);
        foreach (var resource in (string[])["plans", "images", "regions"])
        {
            await cache.RemoveAsync(Key(accountId, resource), token: cancellationToken);
        }
    }

    Task IProviderAccountListener.ChangedAsync(Guid accountId, CancellationToken cancellationToken) => DropAsync(accountId, cancellationToken);

    private static string Key(Guid accountId, string resource) => $"catalog:{accountId:n}:{resource}";

    private async Task<IReadOnlyList<T>> ReadAsync<T>(
        Guid accountId,
        string resource,
        Func<IProviderService, CancellationToken, Task<IReadOnlyList<T>>> list,
        CancellationToken cancellationToken)
    {
        var (key, arrived) = (Key(accountId, resource), Interlocked.Increment(ref _moments));
        return await cache.GetOrSetAsync<IReadOnlyList<T>>(
            key, (_, token) => AskOnceAsync(key, arrived, () => AskAsync(accountId, list, token)), _entry, token: cancellationToken);
    }

    /// <summary>Those who were waiting while the provider failed share that failure: a thousand of them must not call it one after the other.</summary>
    private async Task<T> AskOnceAsync<T>(string key, long arrived, Func<Task<T>> ask)
    {
        if (_failures.TryGetValue(key, out var failure) && failure.Moment > arrived)
        {
            throw new ProviderException(failure.Error);
        }

        try
        {
            return await ask();
        }
        catch (ProviderException ex)
        {
            _failures[key] = (Interlocked.Increment(ref _moments), ex.Error);
            throw;
        }
    }

    /// <summary>An answer through a token that was replaced meanwhile is not kept: the account is asked again with the new one.</summary>
    private async Task<IReadOnlyList<T>> AskAsync<T>(
        Guid accountId, Func<IProviderService, CancellationToken, Task<IReadOnlyList<T>>> list, CancellationToken cancellationToken)
    {
        while (true)
        {
            var generation = _generations.GetValueOrDefault(accountId);
            var provider = await gateway.OpenAsync(accountId, cancellationToken);
            var answer = await list(provider, cancellationToken);
            if (generation == _generations.GetValueOrDefault(accountId))
            {
                return answer;
            }
        }
    }
}
