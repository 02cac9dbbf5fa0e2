namespace SkyPanel.Web.Hosting.Mail;

/// <summary>Takes mails for delivery.</summary>
public interface IMailSender
{
    /// <summary>
    /// Accepts the mail and returns before it is delivered, so that no answer's time tells whether a mail was sent. What cannot be delivered
    /// is logged, without its link.
    /// </summary>
    ValueTask SendAsync(PanelMail mail, CancellationToken cancellationToken);
}

/// <summary>A mail of the panel: a few plain words around one link.</summary>
/// <param name="To">One address.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">What it is about.</param>
/// <param name="Link">What to do; often a secret, so it is never logged.</param>
/// <param name="Footnote">What stands under the link.</param>
public sealed record PanelMail(string To, string Subject, string Text, Uri? Link = null, string Footnote = "")
{
    /// <summary>The whole body.</summary>
    public string Body => string.Join("\n\n", new[] { Text, Link?.ToString() ?? "", Footnote }.Where(x => x.Length > 0)) + "\n";

    public override string ToString() => $"'{Subject}' to {To}";
}
