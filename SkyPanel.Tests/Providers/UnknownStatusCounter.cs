using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using SkyPanel.Providers.Http;

namespace SkyPanel.Tests.Providers;

/// <summary>Listens to the adapters' meter. Other tests may count at the same time: ask by a status that only one test uses.</summary>
internal sealed class UnknownStatusCounter : IDisposable
{
    private readonly ConcurrentQueue<string> _seen = new();
    private readonly MeterListener _listener = new();

    public UnknownStatusCounter()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument is { Meter.Name: ProviderMetrics.MeterName, Name: "skypanel.provider.unknown_status" })
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((_, _, tags, _) => _seen.Enqueue(string.Join('|', tags.ToArray().Select(x => x.Value))));
        _listener.Start();
    }

    public int Of(string provider, string status) => _seen.Count(x => x.Equals($"{provider}|{status}", StringComparison.Ordinal));

    public void Dispose() => _listener.Dispose();
}
