using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Identity;
using SkyPanel.Core.Data.Identity;
using SkyPanel.Web.Components.Account.Forms;
using SkyPanel.Web.Hosting.Identity;

namespace SkyPanel.Web.Components.Account;

/// <summary>Where the link in the mail about a forgotten password leads. Setting one ends every other session.</summary>
public sealed partial class ResetPasswordPage
{
    private EditContext _edit = default!;
    private bool _failed;

    [SupplyParameterFromForm]
    private NewPasswordForm Input { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "user")]
    private string? UserId { get; set; }

    [SupplyParameterFromQuery]
    private string? Code { get; set; }

    [Inject]
    private UserManager<PanelUser> Users { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    protected override void OnInitialized()
    {
        Input ??= new NewPasswordForm();
        _edit = new EditContext(Input);
    }

    private async Task SubmitAsync()
    {
        var user = Guid.TryParse(UserId, out var id) ? await Users.FindByIdAsync(id.ToString()) : null;
        _failed = user is null || !(await Users.ResetPasswordAsync(user, MailedToken.Decode(Code), Input.Password!)).Succeeded;
        if (_failed)
        {
            return;
        }

        // Whoever reads the address's mail has proven that it is theirs, and may go in at once.
        user!.EmailConfirmed = true;
        await Users.SetLockoutEndDateAsync(user, null);
        Navigation.NavigateTo("/account/sign-in?notice=password-set");
    }
}
