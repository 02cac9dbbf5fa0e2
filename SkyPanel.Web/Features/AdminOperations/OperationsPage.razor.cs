using System.Globalization;
using Microsoft.AspNetCore.Components;
using SkyPanel.Core.Access;
using SkyPanel.Core.Instances.Desk;
using SkyPanel.Core.News;
using SkyPanel.Web.Hosting.Identity;

namespace SkyPanel.Web.Features.AdminOperations;

/// <summary>The house's operations, kept true while they are looked at.</summary>
public sealed partial class OperationsPage(OperationDesk desk, CurrentActor currentActor, INewsBus news, NavigationManager navigation) : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private OperationList? _list;
    private IDisposable? _listening;
    private bool _denied;
    private bool _failed;

    /// <summary>Which of them, by the sieve's name.</summary>
    [SupplyParameterFromQuery(Name = "show")]
    public string? Show { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    public string? Search { get; set; }

    /// <summary>From 1, as people count; what is no number counts as not said.</summary>
    [SupplyParameterFromQuery(Name = "page")]
    public string? PageText { get; set; }

    private int Page => int.TryParse(PageText, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, 100_000) : 1;

    private OperationListQuery Asked => new(
        Enum.TryParse<OperationSieve>(Show, ignoreCase: true, out var sieve) && Enum.IsDefined(sieve) ? sieve : OperationSieve.Attention, Search, Page - 1);

    private int First => (Asked.Page * OperationListQuery.PageSize) + 1;

    private string Nothing => Asked.Sieve == OperationSieve.Attention ? "Nothing needs you" : "No operations";

    private string Context => _list?.Attention switch
    {
        null or 0 => "Every change at a provider, and what is known of it.",
        1 => "1 needs a decision.",
        var count => $"{count} need a decision.",
    };

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
            _listening = news.Subscribe(NewsTopic.Staff, _ => InvokeAsync(ReloadAsync));
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
            var asked = Asked;
            var list = await desk.ListAsync(await currentActor.GetAsync(_gone.Token), asked, _gone.Token);
            if (asked == Asked)
            {
                (_list, _denied, _failed) = (list, false, false);
            }
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
            _failed = _list is null;
        }

        StateHasChanged();
    }

    private void SearchFor(ChangeEventArgs change) => navigation.NavigateTo(Address(Asked.Sieve, search: change.Value?.ToString()));

    private string Address(OperationSieve sieve, int page = 1) => Address(sieve, Search, page);

    private string Address(OperationSieve sieve, string? search, int page = 1) => navigation.GetUriWithQueryParameters(new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        ["show"] = sieve == OperationSieve.Attention ? null : sieve.ToString(),
        ["q"] = string.IsNullOrWhiteSpace(search) ? null : search.Trim(),
        ["page"] = page == 1 ? null : page.ToString(CultureInfo.InvariantCulture),
    });
}
