using Microsoft.AspNetCore.Components;
using MudBlazor;
using SkyPanel.Core.Access;
using SkyPanel.Core.Organizations;
using SkyPanel.Web.Hosting.Identity;

namespace SkyPanel.Web.Features.AdminOrganizations;

/// <summary>Sets how much an organisation may have at once.</summary>
public sealed partial class LimitsDialog(OrganizationDirectory directory, CurrentActor currentActor)
{
    private LimitsDraft _draft = new();
    private bool _checked;
    private bool _saving;
    private string? _notice;

    [Parameter, EditorRequired]
    public OrganizationRow Organization { get; set; } = default!;

    [Parameter]
    public string Currency { get; set; } = "USD";

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = default!;

    private IEnumerable<Field> Fields =>
    [
        new("limit-instances", "Instances", "How many machines.", _draft.Instances, _draft.InstancesFault, x => _draft.Instances = x),
        new("limit-vcpus", "vCPU", "Virtual processors of all its instances.", _draft.Vcpus, _draft.VcpusFault, x => _draft.Vcpus = x),
        new("limit-monthly", $"{Currency} a month", "The sum of its instances' monthly prices.", _draft.Monthly, _draft.MonthlyFault, x => _draft.Monthly = x),
    ];

    /// <summary>Opens the dialog and waits until it closes.</summary>
    /// <returns>True when the limits were saved.</returns>
    public static async Task<bool> ShowAsync(IDialogService dialogs, OrganizationRow organization, string currency)
    {
        var parameters = new DialogParameters<LimitsDialog> { { x => x.Organization, organization }, { x => x.Currency, currency } };
        var options = new DialogOptions { MaxWidth = MaxWidth.Small, FullWidth = true, CloseOnEscapeKey = true, BackdropClick = false };
        var dialog = await dialogs.ShowAsync<LimitsDialog>($"Limits of {organization.Name}", parameters, options);
        return await dialog.Result is { Canceled: false };
    }

    protected override void OnInitialized() => _draft = LimitsDraft.Of(Organization);

    private async Task SaveAsync()
    {
        _checked = true;
        if (_saving || _draft.Read() is not { } limits)
        {
            return;
        }

        _saving = true;
        try
        {
            var actor = await currentActor.GetAsync(CancellationToken.None);
            await directory.LimitAsync(actor, Organization.Id, limits, CancellationToken.None);
            Dialog.Close();
        }
        catch (AccessDeniedException)
        {
            _notice = "Your role no longer allows this. Nothing was changed.";
        }
        finally
        {
            _saving = false;
        }
    }

    private sealed record Field(string Id, string Label, string Help, string Value, string? Fault, Action<string> Set);
}
