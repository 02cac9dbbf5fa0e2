using Microsoft.AspNetCore.Components;
using MudBlazor;
using SkyPanel.Core.Access;
using SkyPanel.Core.ProviderAccounts;
using SkyPanel.Core.Providers;
using SkyPanel.Web.Hosting.Identity;

namespace SkyPanel.Web.Features.AdminProviders;

/// <summary>Adds an account, or renames one and replaces its token. Closes only when it is saved; what was typed stays until then.</summary>
public sealed partial class AccountDialog(ProviderAccountService service, CurrentActor currentActor)
{
    private readonly AccountDraft _draft = new();
    private bool _saving;

    [Parameter, EditorRequired]
    public IReadOnlyList<ProviderDescriptor> Types { get; set; } = [];

    /// <summary>The account to change, or null to add one.</summary>
    [Parameter]
    public ProviderAccountRow? Account { get; set; }

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = default!;

    private string TokenHelp => Account is null
        ? Types.FirstOrDefault(x => x.Type == _draft.Type)?.TokenHelp ?? "Choose a provider to see where its tokens are made."
        : $"Leave it empty to keep the present token. {Types.FirstOrDefault(x => x.Type == Account.Type)?.TokenHelp}";

    /// <summary>Opens the dialog and waits until it closes.</summary>
    /// <returns>True when something was saved.</returns>
    public static async Task<bool> ShowAsync(IDialogService dialogs, IReadOnlyList<ProviderDescriptor> types, ProviderAccountRow? account)
    {
        var parameters = new DialogParameters<AccountDialog> { { x => x.Types, types }, { x => x.Account, account } };
        var options = new DialogOptions { MaxWidth = MaxWidth.Small, FullWidth = true, CloseOnEscapeKey = true, BackdropClick = false };
        var dialog = await dialogs.ShowAsync<AccountDialog>(account is null ? "Add account" : $"Edit {account.Name}", parameters, options);
        return await dialog.Result is { Canceled: false };
    }

    protected override void OnInitialized()
    {
        _draft.Type = Account?.Type;
        _draft.Name = Account?.Name ?? "";
        if (Account is null && Types is [var only])
        {
            Choose(only);
        }
    }

    private void Choose(ProviderDescriptor type)
    {
        // The suggested name follows the choice until a person writes their own.
        if (_draft.Name.Length == 0 || Types.Any(x => string.Equals(x.DisplayName, _draft.Name, StringComparison.Ordinal)))
        {
            _draft.Name = type.DisplayName;
        }

        _draft.Type = type.Type;
        _draft.Clear();
    }

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
            if (await (Account is { } account ? UpdateAsync(actor, account) : AddAsync(actor)))
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
        if (_draft.Type is not { } type)
        {
            _draft.Refuse("type", "Choose a provider.");
            return false;
        }

        var outcome = await service.AddAsync(actor, new NewProviderAccount(_draft.Name, type, _draft.Token), CancellationToken.None);
        return outcome.Match(added: _ => true, refused: Refused, invalid: Invalid);
    }

    private async Task<bool> UpdateAsync(Actor actor, ProviderAccountRow account)
    {
        var edit = new ProviderAccountEdit(_draft.Name, _draft.Token, account.Version);
        var outcome = await service.UpdateAsync(actor, account.Id, edit, CancellationToken.None);
        return outcome.Match(
            updated: () => true,
            refused: Refused,
            invalid: Invalid,
            stale: () => Noticed("Someone else changed this account meanwhile. Close, look at it anew and edit again."),
            missing: () => Noticed("This account was removed meanwhile."));
    }

    private bool Refused(ProviderError error)
    {
        _draft.Refuse(error.ForAdmins());
        return false;
    }

    private bool Invalid(string field, string text)
    {
        _draft.Refuse(field, text);
        return false;
    }

    private bool Noticed(string text)
    {
        _draft.Refuse(text);
        return false;
    }
}
