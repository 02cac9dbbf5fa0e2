using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace SkyPanel.Web.Components.Theme;

/// <summary>Keeps MudBlazor in the colours that the page has: the script switches those at once, and tells us.</summary>
public sealed partial class PanelThemeProvider
{
    private DotNetObjectReference<PanelThemeProvider>? _self;
    private bool _isDark;

    [CascadingParameter]
    private ThemeChoice Theme { get; set; } = ThemeChoice.System;

    /// <summary>Called by the script.</summary>
    [JSInvokable]
    public void ThemeChanged(bool isDark)
    {
        _isDark = isDark;
        StateHasChanged();
    }

    public async ValueTask DisposeAsync()
    {
        if (_self is null)
        {
            return;
        }

        _self.Dispose();
        try
        {
            await JS.InvokeVoidAsync("skypanel.unwatchTheme");
        }
        catch (JSDisconnectedException)
        {
            // The page is gone and its script with it.
        }
    }

    protected override void OnInitialized() => _isDark = Theme.IsDark;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            await JS.InvokeVoidAsync("skypanel.watchTheme", _self, _isDark);
        }
    }
}
