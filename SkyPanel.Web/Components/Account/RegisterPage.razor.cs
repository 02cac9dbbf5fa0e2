using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using SkyPanel.Core.Data.Identity;
using SkyPanel.Core.Organizations;
using SkyPanel.Web.Components.Account.Forms;
using SkyPanel.Web.Hosting.Identity;

namespace SkyPanel.Web.Components.Account;

/// <summary>Makes an account. Says the same for an address that has one already; its owner is told by mail.</summary>
public sealed partial class RegisterPage
{
    private EditContext _edit = default!;
    private ValidationMessageStore _messages = default!;
    private bool _sent;

    [SupplyParameterFromForm]
    private RegisterForm Input { get; set; } = default!;

    [Inject]
    private SignUpService SignUps { get; set; } = default!;

    [Inject]
    private AccountMails Mails { get; set; } = default!;

    [Inject]
    private IOptions<SignUpOptions> SignUp { get; set; } = default!;

    protected override void OnInitialized()
    {
        Input ??= new RegisterForm();
        _edit = new EditContext(Input);
        _messages = new ValidationMessageStore(_edit);
    }

    private async Task SubmitAsync()
    {
        var email = Input.Email!.Trim();
        var user = new PanelUser { UserName = email, Email = email, DisplayName = Input.Name!.Trim() };
        var result = await SignUps.RegisterAsync(user, Input.Password!, CancellationToken.None);
        if (result.Succeeded)
        {
            await Mails.SendConfirmationAsync(user, CancellationToken.None);
            _sent = true;
        }
        else if (result.Errors.All(x => IsTaken(x)))
        {
            await Mails.SendAlreadyRegisteredAsync(email, CancellationToken.None);
            _sent = true;
        }
        else
        {
            Show(result.Errors.Where(x => !IsTaken(x)));
        }
    }

    private static bool IsTaken(IdentityError error) =>
        error.Code is nameof(IdentityErrorDescriber.DuplicateEmail) or nameof(IdentityErrorDescriber.DuplicateUserName);

    private void Show(IEnumerable<IdentityError> errors)
    {
        foreach (var error in errors)
        {
            var field = error.Code.StartsWith("Password", StringComparison.Ordinal) ? nameof(Input.Password) : nameof(Input.Email);
            _messages.Add(_edit.Field(field), error.Description);
        }
    }
}
