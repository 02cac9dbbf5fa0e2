using Microsoft.AspNetCore.Components;
using MudBlazor;
using SkyPanel.Core.Access;
using SkyPanel.Core.News;
using SkyPanel.Core.ProviderAccounts;
using SkyPanel.Core.Providers;
using SkyPanel.Web.Components.Shared;
using SkyPanel.Web.Hosting.Identity;

namespace SkyPanel.Web.Features.AdminProviders;

/// <summary>The list of accounts, kept true while it is open.</summary>
public sealed partial class ProviderAccountsPage(
    ProviderAccountService service, CurrentActor currentActor, INewsBus news, IDialogService dialogs, ISnackbar snackbar) : IDisposable
{
    private readonly HashSet<Guid> _busy = [];
    private readonly CancellationTokenSource _gone = new();
    private IReadOnlyList<ProviderDescriptor> _types = [];
    private IDisposable? _listening;
    private ProviderError? _error;
    private string? _notice;
    private string? _advice;
    private IReadOnlyList<ProviderAccountRow>? _accounts;
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

    private ProviderDescriptor? ProviderOf(ProviderType type) => _types.FirstOrDefault(x => x.Type == type);

    private async Task ReloadAsync()
    {
        if (_gone.IsCancellationRequested)
        {
            return;
        }

        try
        {
            var actor = await currentActor.GetAsync(_gone.Token);
            _types = await service.ListTypesAsync(actor, _gone.Token);
            _accounts = await service.ListAsync(actor, _gone.Token);
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
            _failed = _accounts is null;
        }

        StateHasChanged();
    }

    private async Task AddAsync()
    {
        if (await AccountDialog.ShowAsync(dialogs, _types, null))
        {
            await ReloadAsync();
        }
    }

    private async Task ActAsync(ProviderAccountRow account, AccountAct act)
    {
        Dismiss();
        if (!_busy.Add(account.Id))
        {
            return;
        }

        try
        {
            await PerformAsync(account, act);
        }
        catch (AccessDeniedException)
        {
            _denied = true;
        }
        finally
        {
            _busy.Remove(account.Id);
        }

        await ReloadAsync();
    }

    private async Task PerformAsync(ProviderAccountRow account, AccountAct act)
    {
        var actor = await currentActor.GetAsync(CancellationToken.None);
        var position = _accounts?.Index().FirstOrDefault(x => x.Item.Id == account.Id).Index ?? 0;
        await (act switch
        {
            AccountAct.Test => TestAsync(actor, account),
            AccountAct.Edit => AccountDialog.ShowAsync(dialogs, _types, account),
            AccountAct.Enable => service.EnableAsync(actor, account.Id, CancellationToken.None),
            AccountAct.Disable => service.DisableAsync(actor, account.Id, CancellationToken.None),
            AccountAct.MoveUp => service.MoveAsync(actor, account.Id, position - 1, CancellationToken.None),
            AccountAct.MoveDown => service.MoveAsync(actor, account.Id, position + 1, CancellationToken.None),
            _ => RemoveAsync(account),
        });
    }

    private async Task TestAsync(Actor actor, ProviderAccountRow account)
    {
        var check = await service.TestAsync(actor, account.Id, CancellationToken.None);
        _error = check?.Error?.ForAdmins();
        if (check is { Succeeded: true })
        {
            snackbar.Add($"{account.Name}: {check.Text}", Severity.Success);
        }
    }

    private async Task RemoveAsync(ProviderAccountRow account)
    {
        const string Text = "The panel forgets its token for good. Nothing changes at the provider. An account that plans or instances use cannot be removed.";
        if (!await TypedConfirmDialog.ShowAsync(dialogs, $"Remove {account.Name}", Text, account.Name, "Remove account"))
        {
            return;
        }

        var actor = await currentActor.GetAsync(CancellationToken.None);
        var outcome = await service.RemoveAsync(actor, account.Id, CancellationToken.None);
        (_notice, _advice) = outcome.Match<(string?, string?)>(
            removed: () => (null, null),
            inUse: uses => ($"{account.Name} was not removed: it is in use.", string.Join(' ', uses)),
            missing: () => ($"{account.Name} was already removed.", null));
    }

    private void Dismiss() => (_error, _notice, _advice) = (null, null, null);
}
