using Microsoft.AspNetCore.Components;
using MudBlazor;
using SkyPanel.Core.Access;
using SkyPanel.Core.Plans;
using SkyPanel.Core.Providers;
using SkyPanel.Web.Hosting.Identity;

namespace SkyPanel.Web.Features.AdminPlans;

/// <summary>Name, prices and accounts of a plan. Closes only when it is saved; what was typed stays until then.</summary>
public sealed partial class PlanDialog(PlanService service, CurrentActor currentActor)
{
    private PlanDraft _draft = new();
    private bool _saving;

    [Parameter, EditorRequired]
    public PlanSubject Subject { get; set; } = default!;

    /// <summary>What the form opens with.</summary>
    [Parameter, EditorRequired]
    public PlanDraft Draft { get; set; } = default!;

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = default!;

    /// <summary>Opens the dialog and waits until it closes.</summary>
    /// <returns>True when the plan was saved.</returns>
    public static async Task<bool> ShowAsync(IDialogService dialogs, string title, PlanSubject subject, PlanDraft draft)
    {
        var parameters = new DialogParameters<PlanDialog> { { x => x.Subject, subject }, { x => x.Draft, draft } };
        var options = new DialogOptions { MaxWidth = MaxWidth.Small, FullWidth = true, CloseOnEscapeKey = true, BackdropClick = false };
        var dialog = await dialogs.ShowAsync<PlanDialog>(title, parameters, options);
        return await dialog.Result is { Canceled: false };
    }

    protected override void OnInitialized() => _draft = Draft;

    private async Task SaveAsync()
    {
        if (_saving)
        {
            return;
        }

        _draft.Clear();
        _saving = true;
        try
        {
            var actor = await currentActor.GetAsync(CancellationToken.None);
            if (await (Subject.Plan is { } plan ? UpdateAsync(actor, plan) : AddAsync(actor)))
            {
                Dialog.Close();
            }
        }
        catch (AccessDeniedException)
        {
            _draft.Refuse("Your role no longer allows this. Nothing was saved.");
        }
        finally
        {
            _saving = false;
        }
    }

    private async Task<bool> AddAsync(Actor actor)
    {
        if (_draft.ReadPrices() is not { } price)
        {
            return false;
        }

        var plan = new NewPlan(
            Subject.ProviderType, Subject.ProviderPlanId, _draft.Name, price.Hourly, price.Monthly, _draft.AccountIds, _draft.Enabled);
        var outcome = await service.AddAsync(actor, plan, CancellationToken.None);
        return outcome.Match(added: _ => true, BelowCost, Invalid, Refused);
    }

    private async Task<bool> UpdateAsync(Actor actor, PlanRow plan)
    {
        if (_draft.ReadPrices() is not { } price)
        {
            return false;
        }

        var edit = new PlanEdit(_draft.Name, price.Hourly, price.Monthly, _draft.AccountIds, plan.Version);
        var outcome = await service.UpdateAsync(actor, plan.Id, edit, CancellationToken.None);
        return outcome.Match(
            updated: () => true,
            BelowCost,
            Invalid,
            stale: () => Noticed("Someone else changed this plan meanwhile. Close, look at it anew and edit again."),
            missing: () => Noticed("This plan was retired meanwhile."));
    }

    private bool BelowCost(PriceBelowCost price)
    {
        _draft.Refuse(price);
        return false;
    }

    private bool Invalid(string field, string text)
    {
        _draft.Refuse(field, text);
        return false;
    }

    private bool Refused(ProviderError error)
    {
        _draft.Refuse(error);
        return false;
    }

    private bool Noticed(string text)
    {
        _draft.Refuse(text);
        return false;
    }
}
