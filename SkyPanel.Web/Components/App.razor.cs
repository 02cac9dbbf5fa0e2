using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using SkyPanel.Web.Components.Theme;

namespace SkyPanel.Web.Components;

/// <summary>The document. Account pages are plain HTML in it: they need no circuit, no MudBlazor and no script to work.</summary>
public partial class App
{
    private ThemeChoice _theme = ThemeChoice.System;
    private string? _nav;

    [CascadingParameter]
    private HttpContext Context { get; set; } = default!;

    private bool IsInteractive => Context.AcceptsInteractiveRouting();

    private InteractiveServerRenderMode? Mode => IsInteractive ? RenderMode.InteractiveServer : null;

    protected override void OnInitialized()
    {
        _theme = ThemeChoice.FromCookies(Context.Request.Cookies);
        _nav = string.Equals(Context.Request.Cookies["skypanel-nav"], "collapsed", StringComparison.Ordinal) ? "collapsed" : null;
    }
}
