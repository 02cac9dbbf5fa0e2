using Microsoft.AspNetCore.Components;
using SkyPanel.Core.Plans;
using SkyPanel.Core.Providers;
using SkyPanel.Web.Components.Shared;
using SkyPanel.Web.Hosting.Identity;

namespace SkyPanel.Web.Features.AdminCatalog;

/// <summary>What the provider changed behind the plans that are sold.</summary>
public sealed partial class ChangesTable(PlanImport import, CurrentActor currentActor)
{
    private PlanComparison? _comparison;
    private ProviderError? _error;

    [Parameter, EditorRequired]
    public ProviderType Type { get; set; }

    protected override Task OnInitializedAsync() => LoadAsync();

    private static StatusTone Tone(PlanChangeKind kind) => kind switch
    {
        PlanChangeKind.BelowCost => StatusTone.Danger,
        PlanChangeKind.Gone => StatusTone.Warning,
        _ => StatusTone.Info,
    };

    private static string Word(PlanChangeKind kind) => kind switch
    {
        PlanChangeKind.BelowCost => "Sold below cost",
        PlanChangeKind.Gone => "No longer offered",
        _ => "Cost changed",
    };

    private async Task LoadAsync()
    {
        _error = null;
        try
        {
            _comparison = await import.CompareAsync(await currentActor.GetAsync(CancellationToken.None), Type, CancellationToken.None);
        }
        catch (ProviderException ex)
        {
            _error = ex.Error;
        }
    }
}
