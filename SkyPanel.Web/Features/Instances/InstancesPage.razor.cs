using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using SkyPanel.Core.Instances.Browse;
using SkyPanel.Core.News;
using SkyPanel.Core.Providers;
using SkyPanel.Web.Components.Shared;

namespace SkyPanel.Web.Features.Instances;

/// <summary>The list. Its state is its address; what changes is read again a row at a time.</summary>
public sealed partial class InstancesPage(InstancesReader reader, InstanceCommands commands, INewsBus news, NavigationManager navigation) : IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private InstanceListQuery _query = new();
    private IDisposable? _subscription;
    private int _stale;

    /// <summary>Carried from the first rendering to the circuit, so that the table does not vanish and come back.</summary>
    [PersistentState]
    public InstanceList? List { get; set; }

    /// <summary>Carried likewise.</summary>
    [PersistentState]
    public InstancesScope? Scope { get; set; }

    private string NoMatch => _query switch
    {
        { Search: { Length: > 0 } search } => $"No name or address begins with “{search}”{(_query.Provider is null && _query.Status is null ? "." : " under this filter.")}",
        { Status: { } status } => $"No instance is in the state “{status.Word()}”.",
        _ => "No instance matches this filter.",
    };

    public void Dispose()
    {
        navigation.LocationChanged -= LocationChanged;
        _subscription?.Dispose();
        _closing.Cancel();
        _closing.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        _query = InstancesAddress.Read(navigation.Uri);
        navigation.LocationChanged += LocationChanged;
        Scope = await reader.ScopeAsync(_closing.Token);
        if (RendererInfo.IsInteractive && !_closing.IsCancellationRequested)
        {
            // Before the list is read, so that nothing falls between.
            _subscription = news.Subscribe(NewsTopic.Instances(Scope.OrganizationId), x => InvokeAsync(() => RefreshAsync(x.SubjectId)));
        }

        await LoadAsync();
    }

    private static bool OrderMayChange(InstanceRow before, InstanceRow after, InstanceSort sort) =>
        sort == InstanceSort.Status && before.Status != after.Status;

    private void LocationChanged(object? sender, LocationChangedEventArgs change)
    {
        var query = InstancesAddress.Read(change.Location);
        if (new Uri(change.Location).AbsolutePath is "/instances" && query != _query)
        {
            _query = query;
            _ = InvokeAsync(async () =>
            {
                await LoadAsync();
                StateHasChanged();
            });
        }
    }

    private async Task LoadAsync()
    {
        var asked = _query;
        var list = await reader.ListAsync(asked, _closing.Token);
        if (asked == _query)
        {
            (List, _stale) = (list, 0);
        }
    }

    private void Go(InstanceListQuery query) => navigation.NavigateTo(InstancesAddress.Write(query), replace: query.Page == _query.Page);

    /// <summary>A row is changed in place and stays where it is; a new one is announced.</summary>
    private async Task RefreshAsync(Guid id)
    {
        if (_closing.IsCancellationRequested || List is null)
        {
            return;
        }

        if (!List.Rows.Any(x => x.Id == id))
        {
            await AnnounceAsync(id);
            return;
        }

        var row = await reader.RowAsync(id, _closing.Token);
        if (List.Rows.FirstOrDefault(x => x.Id == id) is { } before)
        {
            var after = row ?? before with { Status = InstanceStatus.Deleted, HasOperation = false };
            _stale += OrderMayChange(before, after, _query.Sort) ? 1 : 0;
            List = List with { Rows = [.. List.Rows.Select(x => x.Id == id ? after : x)] };
            StateHasChanged();
        }
    }

    private async Task AnnounceAsync(Guid id)
    {
        if (List is { Any: false })
        {
            await LoadAsync();
        }
        else if (await reader.RowAsync(id, _closing.Token) is { Status: InstanceStatus.Requested })
        {
            _stale++;
        }

        StateHasChanged();
    }

    private async Task PowerAsync(RowAction action) => await commands.PowerAsync(action.Kind, action.Row.Id, action.Row.Name);

    private async Task DeleteAsync(InstanceRow row) => await commands.DeleteAsync(row.Id, row.Name);
}
