using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using SkyPanel.Core.Providers;

namespace SkyPanel.Providers.Http;

/// <summary>Keeps each account's pipeline for the life of the process, so that one account's trouble is not another's.</summary>
internal sealed class AccountPipelines(IOptions<ProviderHttpOptions> options, ProviderMetrics metrics, TimeProvider time) : IProviderHealthSource, IDisposable
{
    private readonly ConcurrentDictionary<Guid, Lazy<AccountPipeline>> _pipelines = new();

    public AccountPipeline For(Guid accountId, ProviderAdapter adapter)
        => _pipelines.GetOrAdd(accountId, _ => new Lazy<AccountPipeline>(() => Build(adapter))).Value;

    public ProviderHealth? Of(Guid accountId) => _pipelines.TryGetValue(accountId, out var pipeline) ? pipeline.Value.Health() : null;

    public void Dispose()
    {
        foreach (var pipeline in _pipelines.Values.Where(x => x.IsValueCreated))
        {
            pipeline.Value.Dispose();
        }
    }

    private AccountPipeline Build(ProviderAdapter adapter)
    {
        var type = adapter.Descriptor.Type;
        var settings = options.Value.RateLimits.GetValueOrDefault(type.Value);
        return new AccountPipeline(
            options.Value,
            [.. adapter.Limits.Select(x => x.With(settings?.GetValueOrDefault(x.Name)))],
            (call, wait) => metrics.Waited(type, call.Priority, wait),
            time);
    }
}
