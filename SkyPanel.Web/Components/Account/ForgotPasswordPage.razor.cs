using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Identity;
using SkyPanel.Core.Data.Identity;
using SkyPanel.Web.Components.Account.Forms;
using SkyPanel.Web.Hosting.Identity;

namespace SkyPanel.Web.Components.Account;

/// <summary>Sends a link to whoever owns the address, and says the same to everybody.</summary>
public sealed partial class ForgotPasswordPage
{
    private EditContext _edit = default!;
    private bool _sent;

    [SupplyParameterFromForm]
    private EmailForm Input { get; set; } = default!;

    [Inject]
    private UserManager<PanelUser> Users { get; set; } = default!;

    [Inject]
    private AccountMails Mails { get; set; } = default!;

    protected override void OnInitialized()
    {
        Input ??= new EmailForm();
        _edit = new EditContext(Input);
    }

    private async Task SubmitAsync()
    {
        _sent = true;
        if (await Users.FindByEmailAsync(Input.Email!.Trim()) is { DisabledAt: null } user)
        {
            await Mails.SendPasswordResetAsync(user, CancellationToken.None);
        }
    }
}
