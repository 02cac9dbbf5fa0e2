using SkyPanel.Core.Providers;
using SkyPanel.Providers.Http;

namespace SkyPanel.Providers;

internal sealed class ProviderFactory(
    IEnumerable<ProviderAdapter> adapters, IHttpClientFactory httpClients, AccountPipelines pipelines, ProviderMetrics metrics, TimeProvider time)
    : IProviderFactory
{
    private readonly Dictionary<ProviderType, ProviderAdapter> _adapters = adapters.ToDictionary(x => x.Descriptor.Type);

    public IReadOnlyList<ProviderDescriptor> Descriptors { get; } = [.. adapters.Select(x => x.Descriptor)];

    public ProviderDescriptor? Describe(ProviderType type) => _adapters.GetValueOrDefault(type)?.Descriptor;

    public IProviderService Create(ProviderConnection connection)
    {
        if (!_adapters.TryGetValue(connection.Type, out var adapter))
        {
            throw ErrorNormalizer.Refuse(ProviderErrorCode.ProviderNotFound, $"There is no adapter for '{connection.Type}'");
        }

        return adapter.Build(new ProviderHttpClient(
            httpClients.CreateClient(ProviderHttpClient.ClientName),
            adapter.AddressAt(connection.Endpoint),
            connection,
            pipelines.For(connection.AccountId, adapter),
            adapter.Errors,
            metrics,
            time));
    }
}
