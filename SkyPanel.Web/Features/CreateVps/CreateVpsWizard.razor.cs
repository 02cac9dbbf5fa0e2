using Microsoft.AspNetCore.Components;
using SkyPanel.Core.Catalog;
using SkyPanel.Core.Instances.Keys;
using SkyPanel.Core.Providers;

namespace SkyPanel.Web.Features.CreateVps;

/// <summary>
/// Leads to one machine. The request id is made when it opens and stands in the address with everything chosen, so that sending twice, from
/// here or after a reload, is asking once.
/// </summary>
public sealed partial class CreateVpsWizard(CreateVpsReader reader, NavigationManager navigation) : IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private readonly CreateVpsDraft _draft = new();
    private Guid _request;
    private WizardStep _step;
    private IReadOnlyList<ProviderOffering>? _providers;
    private IReadOnlyList<SshKeyRow>? _keys;
    private ProviderChoices? _choices;
    private ProviderType? _choicesOf;
    private ProviderError? _error;
    private string? _refusal;
    private bool _sending;
    private bool _stepped;
    private ElementReference _title;

    private bool IsReady => _choices is not null && _choicesOf == _draft.Provider?.Type;

    private string? Blocked => _draft.Unfinished() is { } step ? _draft.Fault(step) : null;

    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        var address = WizardAddress.Read(navigation.Uri);
        _request = address.Request ?? Guid.CreateVersion7();
        _step = address.Step;
        if (address.Request is null)
        {
            // With all else that stands there: a link may bring choices along.
            navigation.NavigateTo(navigation.GetUriWithQueryParameter("request", _request), replace: true);
        }

        // A provider may have to be asked, which the first, plain rendering does not wait for.
        if (RendererInfo.IsInteractive)
        {
            _providers = await reader.ProvidersAsync(_closing.Token);
            _keys = await reader.KeysAsync(_closing.Token);
            await RestoreAsync(address);
        }
    }

    // A new step is read from its beginning, by eye, by keyboard and by ear.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_stepped)
        {
            _stepped = false;
            await _title.FocusAsync();
        }
    }

    private async Task RestoreAsync(WizardAddress address)
    {
        _draft.Name = address.Name;
        foreach (var key in address.Keys.Where(x => _keys!.Any(y => y.Id == x)))
        {
            _draft.SetKey(key, chosen: true);
        }

        if (address.Password)
        {
            _draft.ChoosePassword();
        }

        var only = _providers is [var single] ? single : null;
        if ((_providers!.FirstOrDefault(x => string.Equals(x.Type.Value, address.Provider, StringComparison.Ordinal)) ?? only) is { } provider)
        {
            _draft.Choose(provider);
            await LoadChoicesAsync();
            RestoreChoices(address);
        }

        _step = _draft.Unfinished() is { } open && open < _step ? open : _step;
    }

    private void RestoreChoices(WizardAddress address)
    {
        if (_choices?.Plans.FirstOrDefault(x => x.Id == address.Plan) is { } plan)
        {
            _draft.Choose(plan);
        }

        if (_choices?.Regions.FirstOrDefault(x => string.Equals(x.Id, address.Region, StringComparison.Ordinal)) is { } region && _draft.WhyNotIn(region) is null)
        {
            _draft.Choose(region);
        }

        if (_choices?.Images.FirstOrDefault(x => string.Equals(x.Id, address.Image, StringComparison.Ordinal)) is { } image && _draft.WhyNotFrom(image) is null)
        {
            _draft.Choose(image);
        }
    }

    private async Task ChooseAsync(ProviderOffering provider)
    {
        _draft.Choose(provider);
        Keep();
        await LoadChoicesAsync();
    }

    private async Task LoadChoicesAsync()
    {
        var provider = _draft.Provider!.Type;
        if (_choicesOf == provider && _choices is not null)
        {
            return;
        }

        _error = null;
        try
        {
            var choices = await reader.ChoicesAsync(provider, _closing.Token);
            if (_draft.Provider.Type == provider)
            {
                (_choices, _choicesOf) = (choices, provider);
            }
        }
        catch (ProviderException ex)
        {
            _error = ex.Error;
        }
    }

    private Task RetryAsync() => _step == WizardStep.Review ? SubmitAsync() : LoadChoicesAsync();

    private void AddKey(SshKeyRow key)
    {
        _keys = [.. _keys ?? [], key];
        _draft.SetKey(key.Id, chosen: true);
        Keep();
    }

    /// <summary>A step may be opened when all before it are finished.</summary>
    private bool MayOpen(WizardStep step) => !_sending && (_draft.Unfinished() is not { } open || step <= open);

    private void GoTo(WizardStep step)
    {
        (_step, _stepped) = (step, true);
        Keep();
    }

    private void Keep()
    {
        _refusal = null;
        Remember();
    }

    private void Remember() => navigation.NavigateTo(WizardAddress.Of(_request, _step, _draft).Write(), replace: true);

    private async Task SubmitAsync()
    {
        if (_sending || _draft.Unfinished() is not null)
        {
            return;
        }

        (_sending, _error, _refusal) = (true, null, null);
        try
        {
            var outcome = await reader.CreateAsync(_draft.ToRequest(_request));
            if (!outcome.Match(Open, Open, Correct, Refuse, (_, text) => Refuse(text)))
            {
                await RefreshAsync();
            }
        }
        catch (ProviderException ex)
        {
            _error = ex.Error;
        }
        finally
        {
            _sending = false;
        }
    }

    /// <summary>What was refused may have been offered in the meantime under other conditions: the next look is at what holds now.</summary>
    private async Task RefreshAsync()
    {
        (_choices, _choicesOf) = (null, null);
        await LoadChoicesAsync();
        if (_choices?.Plans.FirstOrDefault(x => x.Id == _draft.Plan?.Id) is { } plan)
        {
            _draft.Choose(plan);
        }
    }

    private bool Open(Guid instanceId)
    {
        navigation.NavigateTo($"/instances/{instanceId}");
        return true;
    }

    private bool Correct(string field, string text)
    {
        GoTo(WizardSteps.Of(field));
        return Refuse(text);
    }

    private bool Refuse(string text)
    {
        _refusal = text;
        return false;
    }
}
