using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace SkyPanel.Web.Features.Instances;

/// <summary>A button that opens a list of <see cref="ActionItem"/>s. Escape closes it and goes back to the button.</summary>
public sealed partial class ActionMenu
{
    private ElementReference _button;
    private bool _open;

    /// <summary>What the actions are for: "Actions for web-01".</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>On the button; three dots without one.</summary>
    [Parameter]
    public string? Text { get; set; }

    [Parameter]
    public string? TestId { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    internal void Close()
    {
        _open = false;
        StateHasChanged();
    }

    private async Task KeyDownAsync(KeyboardEventArgs key)
    {
        if (_open && key.Key is "Escape")
        {
            _open = false;
            await _button.FocusAsync();
        }
    }
}
