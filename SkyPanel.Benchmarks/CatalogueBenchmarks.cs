using BenchmarkDotNet.Attributes;
using SkyPanel.Core.Catalog;
using SkyPanel.Core.Plans.Offerings;

namespace SkyPanel.Benchmarks;

/// <summary>What a step of the wizard costs, against asking the provider as its page opens. The simulator answers at once; a vendor takes 100 ms and more.</summary>
[MemoryDiagnoser]
public class CatalogueBenchmarks
{
    private readonly HttpClient _http = new();
    private BenchHost _host = null!;

    [GlobalSetup]
    public async Task SetupAsync()
    {
        _host = await BenchHost.StartAsync();
        _http.BaseAddress = _host.Clouds;
        await CatalogueFromCacheAsync();
    }

    [GlobalCleanup]
    public async Task CleanupAsync()
    {
        _http.Dispose();
        await _host.DisposeAsync();
    }

    [Benchmark(Baseline = true)]
    public Task<string> PlansFromTheProviderAsync() => _http.GetStringAsync(new Uri("/v4/linode/types?page_size=500", UriKind.Relative));

    [Benchmark]
    public Task<ProviderCatalogue?> CatalogueFromCacheAsync() => _host.Get<CatalogueReader>().ReadAsync(_host.Provider, CancellationToken.None);

    [Benchmark]
    public Task<IReadOnlyList<PlanOffer>> PlansOfferedAsync() => _host.Get<OfferingService>().ListPlansAsync(_host.Actor, _host.Provider, CancellationToken.None);
}
