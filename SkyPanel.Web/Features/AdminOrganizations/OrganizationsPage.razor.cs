using Microsoft.Extensions.Options;
using MudBlazor;
using SkyPanel.Core.Access;
using SkyPanel.Core.News;
using SkyPanel.Core.Organizations;
using SkyPanel.Core.Plans;
using SkyPanel.Web.Hosting.Identity;

namespace SkyPanel.Web.Features.AdminOrganizations;

/// <summary>The list of customers, kept true while it is open.</summary>
public sealed partial class OrganizationsPage(
    OrganizationDirectory directory, CurrentActor currentActor, INewsBus news, IDialogService dialogs, ISnackbar snackbar, IOptions<PanelOptions> panel)
    : IDisposable
{
    private readonly HashSet<Guid> _busy = [];
    private readonly CancellationTokenSource _gone = new();
    private IReadOnlyList<OrganizationRow>? _rows;
    private IDisposable? _listening;
    private bool _denied;
    private bool _failed;

    private string Context => _rows?.Count(x => x.State is OrganizationState.AwaitingApproval) switch
    {
        null or 0 => "The house's customers, and how much each may have.",
        1 => "1 awaits approval.",
        var count => $"{count} await approval.",
    };

    public void Dispose()
    {
        _listening?.Dispose();
        _gone.Cancel();
        _gone.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        if (RendererInfo.IsInteractive)
        {
            _listening = news.Subscribe(NewsTopic.Staff, _ => InvokeAsync(ReloadAsync));
        }

        await ReloadAsync();
    }

    private async Task ReloadAsync()
    {
        if (_gone.IsCancellationRequested)
        {
            return;
        }

        try
        {
            var rows = await directory.ListAsync(await currentActor.GetAsync(_gone.Token), _gone.Token);
            (_rows, _denied, _failed) = (OrganizationOrder.WaitingFirst(rows), false, false);
        }
        catch (AccessDeniedException)
        {
            _denied = true;
        }
        catch (OperationCanceledException) when (_gone.IsCancellationRequested)
        {
            return;
        }
        catch (System.Data.Common.DbException)
        {
            _failed = _rows is null;
        }

        StateHasChanged();
    }

    private async Task ActAsync(OrganizationRow row, OrganizationAct act)
    {
        if (!_busy.Add(row.Id))
        {
            return;
        }

        try
        {
            await PerformAsync(row, act);
        }
        catch (AccessDeniedException)
        {
            _denied = true;
        }
        finally
        {
            _busy.Remove(row.Id);
        }

        await ReloadAsync();
    }

    private async Task PerformAsync(OrganizationRow row, OrganizationAct act)
    {
        var done = act switch
        {
            OrganizationAct.Approve => await ApproveAsync(row),
            OrganizationAct.Resume => await ResumeAsync(row),
            OrganizationAct.Suspend => await SuspendDialog.ShowAsync(dialogs, row) ? $"{row.Name} is suspended." : null,
            _ => await LimitsDialog.ShowAsync(dialogs, row, panel.Value.Currency) ? $"{row.Name} has new limits." : null,
        };
        if (done is not null)
        {
            snackbar.Add(done, Severity.Success);
        }
    }

    private async Task<string?> ApproveAsync(OrganizationRow row) =>
        await directory.ApproveAsync(await currentActor.GetAsync(CancellationToken.None), row.Id, CancellationToken.None)
            ? $"{row.Name} may now create instances."
            : null;

    private async Task<string?> ResumeAsync(OrganizationRow row) =>
        await directory.ResumeAsync(await currentActor.GetAsync(CancellationToken.None), row.Id, CancellationToken.None)
            ? $"{row.Name} is active again."
            : null;
}
