using System.Security.Claims;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace SkyPanel.Web.Components.Layout;

/// <summary>The frame around every page of the panel.</summary>
public sealed partial class PanelLayout
{
    private PageErrorBoundary? _boundary;

    /// <summary>Carried from the first rendering to the circuit, so that the navigation does not vanish and come back.</summary>
    [PersistentState]
    public FrameContent? Content { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    [Inject]
    private FrameSource Source { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private string Path => "/" + Navigation.ToBaseRelativePath(Navigation.Uri).Split('#')[0];

    [Inject]
    private IEnumerable<NavEntry> Entries { get; set; } = default!;

    private bool IsAdminPath =>
        Path is "/admin" || Path.StartsWith("/admin/", StringComparison.Ordinal) || Path.StartsWith("/admin?", StringComparison.Ordinal);

    // Who may see nothing of the other side keeps their own navigation, and with it a way back.
    private NavSection Section =>
        IsAdminPath && Content?.Entries(Entries, NavSection.Admin).Any() is not false ? NavSection.Admin : NavSection.Customer;

    protected override async Task OnInitializedAsync()
    {
        if (Content is null && (await Authentication).User is { Identity.IsAuthenticated: true } user)
        {
            Content = await Source.ReadAsync(user.FindFirstValue(ClaimTypes.Email) ?? user.Identity.Name ?? "", CancellationToken.None);
        }
    }

    // A page that failed must not keep the next one from showing.
    protected override void OnParametersSet() => _boundary?.Recover();
}
