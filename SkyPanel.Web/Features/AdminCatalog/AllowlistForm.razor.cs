using Microsoft.AspNetCore.Components;
using MudBlazor;
using SkyPanel.Core.Catalog.Allowlists;
using SkyPanel.Core.Providers;
using SkyPanel.Web.Hosting.Identity;

namespace SkyPanel.Web.Features.AdminCatalog;

/// <summary>Ticks what customers may have of one kind.</summary>
public sealed partial class AllowlistForm(AllowlistService service, CurrentActor currentActor, ISnackbar snackbar)
{
    private readonly HashSet<string> _ticked = new(StringComparer.Ordinal);
    private IReadOnlyList<AllowlistItem>? _items;
    private ProviderError? _error;
    private bool _narrowed;
    private bool _saving;

    [Parameter, EditorRequired]
    public ProviderType Type { get; set; }

    [Parameter]
    public CatalogueKind Kind { get; set; }

    private string? WhyNot => _narrowed && _ticked.Count == 0 ? "Tick at least one. To sell nothing of this provider, disable its plans." : null;

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        _error = null;
        try
        {
            var view = await service.GetAsync(await currentActor.GetAsync(CancellationToken.None), Type, Kind, CancellationToken.None);
            (_items, _narrowed) = (view.Items, view.IsNarrowed);
            _ticked.UnionWith(view.Items.Where(x => x.Allowed).Select(x => x.Id));
        }
        catch (ProviderException ex)
        {
            _error = ex.Error;
        }
    }

    private void Tick(string id, bool ticked) => _ = ticked ? _ticked.Add(id) : _ticked.Remove(id);

    private async Task SaveAsync()
    {
        if (_saving || WhyNot is not null)
        {
            return;
        }

        _saving = true;
        try
        {
            await service.SetAsync(await currentActor.GetAsync(CancellationToken.None), Type, Kind, _narrowed ? _ticked : [], CancellationToken.None);
            snackbar.Add("Saved. Customers see it from now on.", Severity.Success);
        }
        finally
        {
            _saving = false;
        }
    }
}
