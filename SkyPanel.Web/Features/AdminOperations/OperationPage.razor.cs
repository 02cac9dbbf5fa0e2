using Microsoft.AspNetCore.Components;
using MudBlazor;
using SkyPanel.Core.Access;
using SkyPanel.Core.Instances.Desk;
using SkyPanel.Core.News;
using SkyPanel.Web.Hosting.Identity;

namespace SkyPanel.Web.Features.AdminOperations;

/// <summary>All of one operation, and what an admin may decide about it.</summary>
public sealed partial class OperationPage(OperationDesk desk, CurrentActor currentActor, INewsBus news, ISnackbar snackbar) : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private OperationCase? _case;
    private IDisposable? _listening;
    private string _machine = "";
    private string _reason = "";
    private string? _refusal;
    private bool _busy;
    private bool _denied;
    private bool _missing;

    [Parameter]
    public Guid Id { get; set; }

    private string Title => _case is { } shown ? $"{shown.Row.Kind.Word()} {shown.Row.InstanceName}" : "Operation";

    public void Dispose()
    {
        _listening?.Dispose();
        _gone.Cancel();
        _gone.Dispose();
    }

    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive)
        {
            _listening = news.Subscribe(NewsTopic.Staff, x => x.SubjectId == Id ? InvokeAsync(ReloadAsync) : Task.CompletedTask);
        }
    }

    protected override Task OnParametersSetAsync() => ReloadAsync();

    private async Task ReloadAsync()
    {
        if (_gone.IsCancellationRequested)
        {
            return;
        }

        try
        {
            _case = await desk.GetAsync(await currentActor.GetAsync(_gone.Token), Id, _gone.Token);
            _missing = _case is null;
        }
        catch (AccessDeniedException)
        {
            _denied = true;
        }
        catch (OperationCanceledException) when (_gone.IsCancellationRequested)
        {
            return;
        }

        StateHasChanged();
    }

    private Task LookNowAsync() => DecideAsync("A worker looks at it now.", x => desk.LookNowAsync(x, Id, CancellationToken.None));

    private Task SettleAsync() => DecideAsync("It is off the list.", x => desk.SettleAsync(x, Id, "Nothing to do", CancellationToken.None));

    private Task AdoptAsync() => DecideAsync("The machine is the customer's now.", x => desk.AdoptAsync(x, Id, _machine, CancellationToken.None));

    private Task AbandonAsync() => DecideAsync("It is given up.", x => desk.AbandonAsync(x, Id, _reason, CancellationToken.None));

    private async Task DecideAsync(string done, Func<Actor, Task<DeskOutcome>> decide)
    {
        if (_busy)
        {
            return;
        }

        (_busy, _refusal) = (true, null);
        try
        {
            var outcome = await decide(await currentActor.GetAsync(CancellationToken.None));
            _refusal = outcome.Match<string?>(
                done: () => null,
                missing: () => "There is no such operation any more.",
                busy: () => "A worker has it in hand just now. Try again in a moment.",
                refused: x => x);
            if (_refusal is null)
            {
                snackbar.Add(done, Severity.Success);
            }
        }
        catch (AccessDeniedException)
        {
            _denied = true;
        }
        finally
        {
            _busy = false;
        }

        await ReloadAsync();
    }
}
