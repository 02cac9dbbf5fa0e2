using Polly;
using SkyPanel.Core.Providers;

namespace SkyPanel.Providers.Http;

/// <summary>What the strategies of a pipeline must know of the call that they carry.</summary>
internal sealed class CallState(ProviderRequest request, ProviderPriority priority, DateTimeOffset deadline)
{
    public static readonly ResiliencePropertyKey<CallState> Key = new("skypanel.call");

    public ProviderRequest Request { get; } = request;

    public ProviderPriority Priority { get; } = priority;

    /// <summary>When the whole call's time is over.</summary>
    public DateTimeOffset Deadline { get; } = deadline;

    /// <summary>Whether any try got as far as the network. False after a failure proves that nothing was sent.</summary>
    public bool Sent { get; set; }

    public static CallState Of(ResilienceContext context) => context.Properties.GetValue(Key, null!);
}
