using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor;

namespace SkyPanel.Web.Components.Shared;

/// <summary>Lets a person do what cannot be undone, once they have typed the name of what it is done to.</summary>
public sealed partial class TypedConfirmDialog
{
    private string? _typed;

    /// <summary>What will happen, and what cannot be undone.</summary>
    [Parameter, EditorRequired]
    public string Text { get; set; } = "";

    /// <summary>What must be typed.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    /// <summary>What the button says: "Delete VPS".</summary>
    [Parameter, EditorRequired]
    public string Verb { get; set; } = "";

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = default!;

    private bool Matches => string.Equals(_typed?.Trim(), Name.Trim(), StringComparison.Ordinal);

    /// <summary>Opens the dialog and waits for the answer.</summary>
    /// <returns>True when the name was typed and the button pressed.</returns>
    public static async Task<bool> ShowAsync(IDialogService dialogs, string title, string text, string name, string verb)
    {
        var parameters = new DialogParameters<TypedConfirmDialog>
        {
            { x => x.Text, text },
            { x => x.Name, name },
            { x => x.Verb, verb },
        };
        var options = new DialogOptions { MaxWidth = MaxWidth.Small, FullWidth = true, CloseOnEscapeKey = true, BackdropClick = false };
        var dialog = await dialogs.ShowAsync<TypedConfirmDialog>(title, parameters, options);
        return await dialog.Result is { Canceled: false };
    }

    private void Confirm()
    {
        if (Matches)
        {
            Dialog.Close();
        }
    }

    private void KeyDown(KeyboardEventArgs key)
    {
        if (key.Key is "Enter")
        {
            Confirm();
        }
    }
}
