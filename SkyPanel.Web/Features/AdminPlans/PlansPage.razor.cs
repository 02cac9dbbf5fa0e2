using MudBlazor;
using SkyPanel.Core.Access;
using SkyPanel.Core.News;
using SkyPanel.Core.Plans;
using SkyPanel.Core.ProviderAccounts;
using SkyPanel.Core.Providers;
using SkyPanel.Web.Components.Shared;
using SkyPanel.Web.Hosting.Identity;

namespace SkyPanel.Web.Features.AdminPlans;

/// <summary>The list of plans, kept true while it is open.</summary>
public sealed partial class PlansPage(
    PlanService service, ProviderAccountService accounts, CurrentActor currentActor, INewsBus news, IDialogService dialogs, ISnackbar snackbar) : IDisposable
{
    private readonly HashSet<Guid> _busy = [];
    private readonly CancellationTokenSource _gone = new();
    private IReadOnlyList<PlanRow>? _plans;
    private IReadOnlyList<ProviderDescriptor> _types = [];
    private IDisposable? _listening;
    private bool _denied;
    private bool _failed;

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
            var actor = await currentActor.GetAsync(_gone.Token);
            _types = await accounts.ListTypesAsync(actor, _gone.Token);
            _plans = await service.ListAsync(actor, _gone.Token);
            (_denied, _failed) = (false, false);
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
            _failed = _plans is null;
        }

        StateHasChanged();
    }

    private async Task ActAsync(PlanRow plan, PlanAct act)
    {
        if (!_busy.Add(plan.Id))
        {
            return;
        }

        try
        {
            var actor = await currentActor.GetAsync(CancellationToken.None);
            await (act switch
            {
                PlanAct.Edit => EditAsync(actor, plan),
                PlanAct.Enable => service.EnableAsync(actor, plan.Id, CancellationToken.None),
                PlanAct.Disable => service.DisableAsync(actor, plan.Id, CancellationToken.None),
                _ => RetireAsync(plan),
            });
        }
        catch (AccessDeniedException)
        {
            _denied = true;
        }
        finally
        {
            _busy.Remove(plan.Id);
        }

        await ReloadAsync();
    }

    private async Task EditAsync(Actor actor, PlanRow plan)
    {
        var subject = PlanSubject.Of(plan, await accounts.ListAsync(actor, CancellationToken.None));
        if (await PlanDialog.ShowAsync(dialogs, $"Edit {plan.Name}", subject, PlanDraft.Of(plan)))
        {
            snackbar.Add("Saved. Instances sold before keep their price.", Severity.Success);
        }
    }

    private async Task RetireAsync(PlanRow plan)
    {
        const string Text = "It is taken off sale for good. Instances sold under it run on at their price.";
        if (await TypedConfirmDialog.ShowAsync(dialogs, $"Retire {plan.Name}", Text, plan.Name, "Retire plan"))
        {
            await service.RetireAsync(await currentActor.GetAsync(CancellationToken.None), plan.Id, CancellationToken.None);
        }
    }
}
