using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using SkyPanel.Core.Data.Identity;
using SkyPanel.Web.Hosting.Mail;
using SkyPanel.Web.Hosting.Settings;

namespace SkyPanel.Web.Hosting.Identity;

/// <summary>The mails about an account, each with a link that proves who reads it.</summary>
internal sealed class AccountMails(
    UserManager<PanelUser> users, IMailSender mail, IOptions<PanelHostOptions> options, IHttpContextAccessor context)
{
    /// <summary>Asks the owner of the address to confirm that it is theirs.</summary>
    public async Task SendConfirmationAsync(PanelUser user, CancellationToken cancellationToken)
    {
        var link = Link("/account/confirm-email", user, await users.GenerateEmailConfirmationTokenAsync(user));
        await mail.SendAsync(
            new PanelMail(
                user.Email!,
                "Confirm your e-mail address",
                "Welcome. Confirm that this address is yours, then you can sign in. The link works for one day.",
                link,
                "If you did not register, ignore this mail: without your confirmation nothing happens."),
            cancellationToken);
    }

    /// <summary>Answers a registration for an address that has an account already; the page says the same as for a new one.</summary>
    public ValueTask SendAlreadyRegisteredAsync(string email, CancellationToken cancellationToken) => mail.SendAsync(
        new PanelMail(
            email,
            "You already have an account",
            "Someone, probably you, registered with this address again. Your account stays as it is: sign in, or set a new password if you forgot yours.",
            Address("/account/sign-in"),
            "If it was not you, there is nothing to do."),
        cancellationToken);

    /// <summary>Lets the owner of the address set a new password.</summary>
    public async Task SendPasswordResetAsync(PanelUser user, CancellationToken cancellationToken) => await mail.SendAsync(
        new PanelMail(
            user.Email!,
            "Set a new password",
            "Follow the link to set a new password. It works for one day and once.",
            await PasswordResetLinkAsync(user),
            "If you did not ask for it, ignore this mail: your password stays as it is."),
        cancellationToken);

    /// <summary>The link alone, for the operator who made the account.</summary>
    public async Task<Uri> PasswordResetLinkAsync(PanelUser user) =>
        Link("/account/reset-password", user, await users.GeneratePasswordResetTokenAsync(user));

    private Uri Link(string path, PanelUser user, string token) => Address(QueryHelpers.AddQueryString(path, new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["user"] = user.Id.ToString(),
        ["code"] = WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(token)),
    }));

    /// <summary>Never from the request where an address is configured: a visitor chooses the Host header.</summary>
    private Uri Address(string pathAndQuery)
    {
        var root = options.Value.PublicAddress
            ?? (context.HttpContext?.Request is { } request ? new Uri($"{request.Scheme}://{request.Host}") : new Uri("http://localhost:5000"));
        return new Uri(root, pathAndQuery);
    }
}
