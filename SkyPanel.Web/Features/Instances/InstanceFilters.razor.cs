using Microsoft.AspNetCore.Components;
using SkyPanel.Core.Instances.Browse;
using SkyPanel.Core.Providers;
using SkyPanel.Web.Components.Shared;

namespace SkyPanel.Web.Features.Instances;

/// <summary>Search, provider and status above the list.</summary>
public sealed partial class InstanceFilters
{
    private static readonly InstanceStatus[] Offered =
    [
        InstanceStatus.Running, InstanceStatus.Stopped, InstanceStatus.Requested, InstanceStatus.Provisioning, InstanceStatus.Starting,
        InstanceStatus.Stopping, InstanceStatus.Rebooting, InstanceStatus.Suspended, InstanceStatus.Error, InstanceStatus.Missing, InstanceStatus.Unknown,
    ];

    [Parameter, EditorRequired]
    public InstanceListQuery Query { get; set; } = new();

    [Parameter]
    public IReadOnlyList<ProviderLabel> Providers { get; set; } = [];

    [Parameter]
    public EventCallback<InstanceListQuery> Changed { get; set; }

    /// <summary>Whether anything narrows the list.</summary>
    internal static bool IsFiltered(InstanceListQuery query) =>
        !string.IsNullOrWhiteSpace(query.Search) || query.Provider is not null || query.Status is not null;

    internal static InstanceListQuery Cleared(InstanceListQuery query) => query with { Search = null, Provider = null, Status = null, Page = 0 };

    private Task ProviderAsync(ChangeEventArgs change) => Changed.InvokeAsync(
        Query with { Provider = change.Value?.ToString() is { Length: > 0 } key ? new ProviderType(key) : null, Page = 0 });

    private Task StatusAsync(ChangeEventArgs change) => Changed.InvokeAsync(
        Query with { Status = Enum.TryParse<InstanceStatus>(change.Value?.ToString(), out var status) ? status : null, Page = 0 });
}
