using Microsoft.AspNetCore.Components;
using SkyPanel.Core.Instances.Browse;
using SkyPanel.Core.News;
using SkyPanel.Core.Operations;

namespace SkyPanel.Web.Features.Instances;

/// <summary>One machine: what it is, what is being done to it, what was done.</summary>
public sealed partial class InstancePage(InstancesReader reader, InstanceCommands commands, INewsBus news, NavigationManager navigation) : IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private IDisposable? _subscription;

    [Parameter]
    public Guid Id { get; set; }

    /// <summary>Carried from the first rendering to the circuit, so that the page does not vanish and come back.</summary>
    [PersistentState]
    public InstanceDetail? Detail { get; set; }

    /// <summary>Carried likewise.</summary>
    [PersistentState]
    public InstancesScope? Scope { get; set; }

    private string DeletionEffect => Detail is { HasMachine: false, Active: null }
        ? "There is no machine and nothing is charged; this takes it off your list."
        : "The machine and everything on its disk are deleted for ever, and its address is given up. It stops costing money.";

    public void Dispose()
    {
        _subscription?.Dispose();
        _closing.Cancel();
        _closing.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        Scope = await reader.ScopeAsync(_closing.Token);
        if (RendererInfo.IsInteractive && !_closing.IsCancellationRequested)
        {
            _subscription = news.Subscribe(NewsTopic.Instances(Scope.OrganizationId), x => x.SubjectId == Id ? InvokeAsync(RefreshAsync) : Task.CompletedTask);
        }
    }

    protected override async Task OnParametersSetAsync()
    {
        if (Detail?.Id != Id)
        {
            Detail = null;
        }

        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        var asked = Id;
        var detail = await reader.DetailAsync(asked, _closing.Token);
        if (detail is null)
        {
            navigation.NotFound();
        }
        else if (asked == Id)
        {
            Detail = detail;
        }
    }

    private async Task RefreshAsync()
    {
        if (!_closing.IsCancellationRequested)
        {
            await LoadAsync();
            StateHasChanged();
        }
    }

    private async Task PowerAsync(OperationKind kind)
    {
        if (Detail is not null && await commands.PowerAsync(kind, Detail.Id, Detail.Name))
        {
            await LoadAsync();
        }
    }

    private async Task CancelAsync()
    {
        if (Detail is not null && await commands.CancelAsync(Detail.Id, Detail.Name))
        {
            await LoadAsync();
        }
    }

    private async Task DeleteAsync()
    {
        if (Detail is not null && await commands.DeleteAsync(Detail.Id, Detail.Name))
        {
            navigation.NavigateTo("/instances");
        }
    }
}
