using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using SkyPanel.Core.Data.Identity;
using SkyPanel.Core.Organizations;
using SkyPanel.Web.Components.Account.Forms;
using SkyPanel.Web.Hosting.Identity;

namespace SkyPanel.Web.Components.Account;

/// <summary>The door.</summary>
public sealed partial class SignInPage
{
    private EditContext _edit = default!;
    private string? _problem;

    [SupplyParameterFromForm]
    private SignInForm Input { get; set; } = default!;

    [SupplyParameterFromQuery]
    private string? ReturnUrl { get; set; }

    [SupplyParameterFromQuery]
    private string? Notice { get; set; }

    [Inject]
    private PasswordSignIn SignIn { get; set; } = default!;

    [Inject]
    private UserManager<PanelUser> Users { get; set; } = default!;

    [Inject]
    private AccountMails Mails { get; set; } = default!;

    [Inject]
    private IOptions<SignUpOptions> SignUp { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private string? NoticeText => Notice switch
    {
        "confirmed" => "Your e-mail address is confirmed. Sign in to go on.",
        "password-set" => "Your new password is set. Sign in with it.",
        "signed-out" => "You are signed out.",
        _ => null,
    };

    protected override void OnInitialized()
    {
        Input ??= new SignInForm();
        _edit = new EditContext(Input);
    }

    private async Task SubmitAsync()
    {
        var result = await SignIn.AttemptAsync(Input.Email!, Input.Password!, Input.Remember);
        switch (result)
        {
            case PasswordSignInResult.SignedIn:
                Navigation.NavigateTo(ReturnAddress.Local(ReturnUrl));
                break;
            case PasswordSignInResult.Unconfirmed:
                await Mails.SendConfirmationAsync((await Users.FindByEmailAsync(Input.Email!))!, CancellationToken.None);
                _problem = "Confirm your e-mail address first. We have sent you the link once more.";
                break;
            case PasswordSignInResult.Disabled:
                _problem = "This account is closed. Contact support to have it opened again.";
                break;
            default:
                _problem = "E-mail address and password do not match. After five wrong passwords an account rests for five minutes.";
                break;
        }
    }
}
