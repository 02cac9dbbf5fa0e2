using SkyPanel.Core.Access;
using SkyPanel.Core.Alerts;
using SkyPanel.Core.News;
using SkyPanel.Core.Organizations;
using SkyPanel.Web.Hosting.Identity;

namespace SkyPanel.Web.Features.AdminOverview;

/// <summary>The open alerts, kept true while they are looked at.</summary>
public sealed partial class OverviewPage(AlertBook book, OrganizationDirectory organizations, CurrentActor currentActor, INewsBus news) : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private IReadOnlyList<AlertRow>? _alerts;
    private IDisposable? _listening;
    private int _waiting;
    private bool _denied;

    private string Context => (_alerts?.Count + (_waiting > 0 ? 1 : 0)) switch
    {
        null or 0 => "What needs you.",
        1 => "1 thing needs you.",
        var count => $"{count} things need you.",
    };

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

    private async Task ReloadAsync()
    {
        if (_gone.IsCancellationRequested)
        {
            return;
        }

        try
        {
            var actor = await currentActor.GetAsync(_gone.Token);
            _waiting = (await organizations.ListAsync(actor, _gone.Token)).Count(x => x.State is OrganizationState.AwaitingApproval);
            _alerts = await book.ListAsync(actor, _gone.Token);
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

    private async Task DismissAsync(AlertRow alert)
    {
        await book.DismissAsync(await currentActor.GetAsync(CancellationToken.None), alert.Id, CancellationToken.None);
        await ReloadAsync();
    }
}
