using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using MudBlazor;
using SkyPanel.Core.Access;
using SkyPanel.Core.Plans;
using SkyPanel.Core.ProviderAccounts;
using SkyPanel.Core.Providers;
using SkyPanel.Web.Hosting.Identity;

namespace SkyPanel.Web.Features.AdminPlans;

/// <summary>From a provider's catalogue to a plan of ours. The provider and the class stand in the address.</summary>
public sealed partial class AddPlanPage(
    PlanService service, ProviderAccountService accounts, CurrentActor currentActor, IDialogService dialogs, ISnackbar snackbar, NavigationManager navigation, IOptions<PanelOptions> panel)
    : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private IReadOnlyList<ProviderDescriptor>? _sellable;
    private IReadOnlyList<ProviderAccountRow> _accounts = [];
    private IReadOnlyList<CatalogueRow>? _rows;
    private ProviderError? _error;
    private string? _loaded;
    private string _markup = Pricing.UsualMarkup.ToString(CultureInfo.InvariantCulture);
    private bool _denied;

    [Parameter]
    public string? Provider { get; set; }

    [SupplyParameterFromQuery]
    public string? Class { get; set; }

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        // A change of the class alone asks nobody.
        if (_sellable is null || !string.Equals(_loaded, Provider, StringComparison.Ordinal))
        {
            await LoadAsync();
        }
    }

    private bool IsChosen(ProviderDescriptor type) => string.Equals(type.Type.Value, Provider, StringComparison.Ordinal);

    private async Task LoadAsync()
    {
        (_loaded, _rows, _error) = (Provider, null, null);
        try
        {
            var actor = await currentActor.GetAsync(_gone.Token);
            _accounts = await accounts.ListAsync(actor, _gone.Token);
            var types = await accounts.ListTypesAsync(actor, _gone.Token);
            _sellable = [.. types.Where(x => _accounts.Any(y => y.Type == x.Type && y.Enabled))];
            if (Provider is { } provider)
            {
                var rows = await service.ListCatalogueAsync(actor, new ProviderType(provider), _gone.Token);

                // The person may have gone on to another provider meanwhile.
                _rows = string.Equals(provider, Provider, StringComparison.Ordinal) ? rows : _rows;
            }
        }
        catch (AccessDeniedException)
        {
            _denied = true;
        }
        catch (ProviderException ex)
        {
            _error = ex.Error;
        }
        catch (OperationCanceledException) when (_gone.IsCancellationRequested)
        {
            // The page was left.
        }
    }

    private async Task ChooseAsync(ProviderPlan plan)
    {
        var type = new ProviderType(Provider!);
        var subject = PlanSubject.Of(type, plan, _accounts);
        var over = subject.Accounts.Where(x => x.Enabled).Select(x => x.Id);
        var draft = PlanDraft.For(plan, Pricing.ReadMarkup(_markup) ?? Pricing.UsualMarkup, over);
        if (await PlanDialog.ShowAsync(dialogs, $"Sell {plan.Name}", subject, draft))
        {
            snackbar.Add($"{draft.Name} was added.", Severity.Success);
            navigation.NavigateTo("/admin/plans");
        }
    }
}
