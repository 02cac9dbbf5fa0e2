using MailKit.Net.Smtp;
using Microsoft.Extensions.Options;
using MimeKit;

namespace SkyPanel.Web.Hosting.Mail;

/// <summary>Hands the waiting mails to the mail server, one after the other.</summary>
internal sealed class MailDelivery(MailQueue queue, IOptions<MailOptions> options, ILogger<MailDelivery> logger) : BackgroundService
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var mail in queue.Waiting.ReadAllAsync(stoppingToken))
        {
            await DeliverAsync(mail, stoppingToken);
        }
    }

    private async Task DeliverAsync(PanelMail mail, CancellationToken cancellationToken)
    {
        if (options.Value.Host.Length == 0)
        {
            logger.LogWarning("The mail {Mail} was not sent: Mail:Host is not set", mail);
            return;
        }

        try
        {
            await SendAsync(mail, cancellationToken);
        }
        catch (Exception ex) when (ex is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            logger.LogError(ex, "The mail {Mail} could not be delivered", mail);
        }
    }

    private async Task SendAsync(PanelMail mail, CancellationToken cancellationToken)
    {
        var settings = options.Value;
        using var message = new MimeMessage
        {
            From = { MailboxAddress.Parse(settings.From) },
            To = { MailboxAddress.Parse(mail.To) },
            Subject = mail.Subject,
            Body = new TextPart("plain") { Text = mail.Body },
        };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        using var client = new SmtpClient();
        await client.ConnectAsync(settings.Host, settings.Port, settings.SocketOptions, limit.Token);
        if (settings.UserName.Length > 0)
        {
            await client.AuthenticateAsync(settings.UserName, settings.Password, limit.Token);
        }

        await client.SendAsync(message, limit.Token);
        await client.DisconnectAsync(quit: true, limit.Token);
    }
}
