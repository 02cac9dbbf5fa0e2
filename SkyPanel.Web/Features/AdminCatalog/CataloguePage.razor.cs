using Microsoft.AspNetCore.Components;
using SkyPanel.Core.Access;
using SkyPanel.Core.ProviderAccounts;
using SkyPanel.Core.Providers;
using SkyPanel.Web.Hosting.Identity;

namespace SkyPanel.Web.Features.AdminCatalog;

/// <summary>Chooses provider and tab; both stand in the address.</summary>
public sealed partial class CataloguePage(ProviderAccountService accounts, CurrentActor currentActor, NavigationManager navigation)
{
    private IReadOnlyList<ProviderDescriptor>? _providers;
    private bool _denied;

    [SupplyParameterFromQuery(Name = "provider")]
    public string? Provider { get; set; }

    [SupplyParameterFromQuery(Name = "view")]
    public string? ViewName { get; set; }

    private CatalogueView View => Enum.TryParse<CatalogueView>(ViewName, ignoreCase: true, out var view) ? view : CatalogueView.Changes;

    private ProviderType Chosen => (_providers!.FirstOrDefault(x => string.Equals(x.Type.Value, Provider, StringComparison.Ordinal)) ?? _providers![0]).Type;

    protected override async Task OnInitializedAsync()
    {
        try
        {
            var actor = await currentActor.GetAsync(CancellationToken.None);
            var enabled = (await accounts.ListAsync(actor, CancellationToken.None)).Where(x => x.Enabled).Select(x => x.Type).ToHashSet();
            _providers = [.. (await accounts.ListTypesAsync(actor, CancellationToken.None)).Where(x => enabled.Contains(x.Type))];
        }
        catch (AccessDeniedException)
        {
            _denied = true;
        }
    }

    private string Address(string provider, CatalogueView view) => navigation.GetUriWithQueryParameters(new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        ["provider"] = provider,
        ["view"] = view == CatalogueView.Changes ? null : view.ToString(),
    });
}
