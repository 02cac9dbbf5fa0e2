using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace SkyPanel.Providers.Http;

/// <summary>Keeps each account's pipeline for the life of the process, so that one account's trouble is not another's.</summary>
internal sealed class AccountPipelines(IOptions<ProviderHttpOptions> options, TimeProvider time)
{
    private readonly ConcurrentDictionary<Guid, Lazy<AccountPipeline>> _pipelines = new();

    public AccountPipeline For(Guid accountId)
        => _pipelines.GetOrAdd(accountId, _ => new Lazy<AccountPipeline>(() => new AccountPipeline(options.Value, time))).Value;
}
