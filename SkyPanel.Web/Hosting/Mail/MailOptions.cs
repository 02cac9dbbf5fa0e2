using System.ComponentModel.DataAnnotations;
using MailKit.Security;

namespace SkyPanel.Web.Hosting.Mail;

/// <summary>The server that carries our mails. Section <c>Mail</c>.</summary>
internal sealed class MailOptions : IValidatableObject
{
    public const string Section = "Mail";

    /// <summary>Empty for none: mails are then noted in the log and dropped.</summary>
    public string Host { get; set; } = "";

    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    public MailSecurity Security { get; set; }

    public string UserName { get; set; } = "";

    public string Password { get; set; } = "";

    /// <summary>The sender, as <c>SkyPanel &lt;panel@example.com&gt;</c> or the address alone.</summary>
    public string From { get; set; } = "";

    internal SecureSocketOptions SocketOptions => Security switch
    {
        MailSecurity.None => SecureSocketOptions.None,
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.Auto,
    };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Host.Length > 0 && !MimeKit.MailboxAddress.TryParse(From, out _))
        {
            yield return new ValidationResult("Mail:From must be an e-mail address when Mail:Host is set.", [nameof(From)]);
        }
    }
}

/// <summary>How the connection to the mail server is protected.</summary>
internal enum MailSecurity
{
    /// <summary>As the server and port offer.</summary>
    Auto,
    None,
    StartTls,
    Tls,
}
