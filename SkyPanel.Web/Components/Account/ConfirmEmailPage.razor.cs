using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using SkyPanel.Core.Data.Identity;
using SkyPanel.Web.Hosting.Identity;

namespace SkyPanel.Web.Components.Account;

/// <summary>Where the link in the first mail leads.</summary>
public sealed partial class ConfirmEmailPage
{
    private bool _failed;

    [SupplyParameterFromQuery(Name = "user")]
    private string? UserId { get; set; }

    [SupplyParameterFromQuery]
    private string? Code { get; set; }

    [Inject]
    private UserManager<PanelUser> Users { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private async Task ConfirmAsync()
    {
        var user = Guid.TryParse(UserId, out var id) ? await Users.FindByIdAsync(id.ToString()) : null;
        _failed = user is null || !(await Users.ConfirmEmailAsync(user, MailedToken.Decode(Code))).Succeeded;
        if (!_failed)
        {
            Navigation.NavigateTo("/account/sign-in?notice=confirmed");
        }
    }
}
