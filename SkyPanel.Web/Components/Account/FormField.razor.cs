using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Components;

namespace SkyPanel.Web.Components.Account;

/// <summary>A label, an input and what is to be said of it: help, until there is an error. A secret is never written back into the page.</summary>
public sealed partial class FormField
{
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [Parameter]
    public string Type { get; set; } = "text";

    [Parameter]
    public string? Help { get; set; }

    /// <summary>Where typing starts, as long as no field has an error.</summary>
    [Parameter]
    public bool Autofocus { get; set; }

    private string Id => NameAttributeValue.Replace('.', '-');

    private bool IsSecret => Type is "password";

    private string? Error => EditContext?.GetValidationMessages(FieldIdentifier).FirstOrDefault();

    // A browser takes the first of several, which is the first error.
    private bool TakesFocus => Error is not null || (Autofocus && !EditContext.GetValidationMessages().Any());

    protected override bool TryParseValueFromString(string? value, out string? result, [NotNullWhen(false)] out string? validationErrorMessage)
    {
        (result, validationErrorMessage) = (value, null);
        return true;
    }
}
