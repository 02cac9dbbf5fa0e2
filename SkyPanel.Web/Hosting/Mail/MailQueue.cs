using System.Threading.Channels;

namespace SkyPanel.Web.Hosting.Mail;

/// <summary>Mails that wait for <see cref="MailDelivery"/>. In memory: people can ask for their link again.</summary>
internal sealed class MailQueue(ILogger<MailQueue> logger) : IMailSender
{
    private readonly Channel<PanelMail> _mails = Channel.CreateBounded<PanelMail>(1000);

    public ChannelReader<PanelMail> Waiting => _mails.Reader;

    public ValueTask SendAsync(PanelMail mail, CancellationToken cancellationToken)
    {
        if (!_mails.Writer.TryWrite(mail))
        {
            logger.LogError("The mail {Mail} was dropped: too many wait for the mail server", mail);
        }

        return ValueTask.CompletedTask;
    }
}
