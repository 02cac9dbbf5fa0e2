using Microsoft.AspNetCore.Components;
using MudBlazor;
using SkyPanel.Core.Access;
using SkyPanel.Core.Organizations;
using SkyPanel.Web.Hosting.Identity;

namespace SkyPanel.Web.Features.AdminOrganizations;

/// <summary>Suspends an organisation, with a reason that its members read.</summary>
public sealed partial class SuspendDialog(OrganizationDirectory directory, CurrentActor currentActor)
{
    private const int ReasonLength = 500;
    private string _reason = "";
    private string? _fault;
    private bool _saving;

    [Parameter, EditorRequired]
    public OrganizationRow Organization { get; set; } = default!;

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = default!;

    /// <summary>Opens the dialog and waits until it closes.</summary>
    /// <returns>True when the organisation is suspended.</returns>
    public static async Task<bool> ShowAsync(IDialogService dialogs, OrganizationRow organization)
    {
        var parameters = new DialogParameters<SuspendDialog> { { x => x.Organization, organization } };
        var options = new DialogOptions { MaxWidth = MaxWidth.Small, FullWidth = true, CloseOnEscapeKey = true, BackdropClick = false };
        var dialog = await dialogs.ShowAsync<SuspendDialog>($"Suspend {organization.Name}", parameters, options);
        return await dialog.Result is { Canceled: false };
    }

    private async Task SuspendAsync()
    {
        var reason = _reason.Trim();
        _fault = reason.Length == 0 ? "Say why, so that its members know what to do." : null;
        if (_saving || _fault is not null)
        {
            return;
        }

        _saving = true;
        try
        {
            var actor = await currentActor.GetAsync(CancellationToken.None);
            await directory.SuspendAsync(actor, Organization.Id, reason, CancellationToken.None);
            Dialog.Close();
        }
        catch (AccessDeniedException)
        {
            _fault = "Your role no longer allows this. Nothing was changed.";
        }
        finally
        {
            _saving = false;
        }
    }
}
