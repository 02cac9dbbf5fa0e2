using Microsoft.AspNetCore.Components;
using MudBlazor;
using SkyPanel.Core.Access;
using SkyPanel.Core.Instances.Keys;
using SkyPanel.Core.Organizations;
using SkyPanel.Web.Hosting.Identity;

namespace SkyPanel.Web.Features.SshKeys;

/// <summary>The list of keys, adding to it and taking away.</summary>
public sealed partial class SshKeysPage(CurrentActor actors, SshKeyService service, MembershipService memberships, ISnackbar snackbar)
{
    private bool _adding;
    private bool _mayManage;

    /// <summary>Carried from the first rendering to the circuit, so that the list does not vanish and come back.</summary>
    [PersistentState]
    public IReadOnlyList<SshKeyRow>? Keys { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var actor = await actors.GetAsync(CancellationToken.None);
        _mayManage = await memberships.IsAllowedAsync(actor, Permission.ManageInstances, CancellationToken.None);
        Keys = await service.ListAsync(actor, CancellationToken.None);
    }

    private void Add(SshKeyRow key)
    {
        Keys = [.. Keys ?? [], key];
        _adding = false;
        snackbar.Add($"Added {key.Name}", Severity.Success);
    }

    private async Task RemoveAsync(SshKeyRow key)
    {
        await service.RemoveAsync(await actors.GetAsync(CancellationToken.None), key.Id, CancellationToken.None);
        Keys = [.. (Keys ?? []).Where(x => x.Id != key.Id)];
        snackbar.Add($"Removed {key.Name}", Severity.Success);
    }
}
