using Microsoft.AspNetCore.Components;
using SkyPanel.Core.Providers;

namespace SkyPanel.Web.Components.Shared;

/// <summary>Says what happened, what to do, and what to quote to support.</summary>
public sealed partial class ProviderErrorDisplay
{
    /// <summary>A provider's failure; its text is safe for customers.</summary>
    [Parameter]
    public ProviderError? Error { get; set; }

    /// <summary>What happened, where there is no <see cref="Error"/>.</summary>
    [Parameter]
    public string? Text { get; set; }

    /// <summary>What to do, beyond what the text says already.</summary>
    [Parameter]
    public string? Advice { get; set; }

    /// <summary>Our own reference; without one the provider's id of the request is quoted.</summary>
    [Parameter]
    public string? Reference { get; set; }

    /// <summary>Shows the vendor's own words too; for pages of the admin side only.</summary>
    [Parameter]
    public bool ShowAdminText { get; set; }

    /// <summary>Buttons.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    private string? Quoted => Reference ?? Error?.ProviderRequestId;

    private string? RetryIn => Error?.RetryAfter is { } wait ? TimeWords.Span(wait) : null;
}
