using System.Diagnostics.Metrics;
using SkyPanel.Core.Providers;

namespace SkyPanel.Providers.Http;

/// <summary>Counts what adapters see, for dashboards and alerts. No tag ever holds a name, an id or a secret.</summary>
internal sealed class ProviderMetrics
{
    public const string MeterName = "SkyPanel.Providers";
    private const int LongestTag = 40;

    private readonly Counter<long> _unknownStatuses;
    private readonly Histogram<double> _duration;
    private readonly Histogram<double> _wait;

    public ProviderMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _unknownStatuses = meter.CreateCounter<long>("skypanel.provider.unknown_status", "{instance}", "Instances whose status the adapter does not know");
        _duration = meter.CreateHistogram<double>("skypanel.provider.call.duration", "s", "Calls to a provider with all their tries, by result");
        _wait = meter.CreateHistogram<double>("skypanel.provider.wait.duration", "s", "Waits of one try for its turn under the vendor's limits, by priority");
    }

    public void UnknownStatus(ProviderType type, string? status)
        => _unknownStatuses.Add(1, new("provider", type.Value), new("status", Short(status ?? "(none)")));

    public void Call(ProviderType type, HttpMethod method, ProviderErrorCode? error, TimeSpan duration)
        => _duration.Record(duration.TotalSeconds, new("provider", type.Value), new("method", method.Method), new("result", error?.ToString() ?? "ok"));

    public void Waited(ProviderType type, ProviderPriority priority, TimeSpan duration)
        => _wait.Record(duration.TotalSeconds, new("provider", type.Value), new("priority", priority.ToString()));

    private static string Short(string text) => text.Length <= LongestTag ? text : text[..LongestTag];
}
