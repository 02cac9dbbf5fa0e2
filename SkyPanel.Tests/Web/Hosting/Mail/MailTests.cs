using Microsoft.Extensions.Time.Testing;
using SkyPanel.Web.Hosting.Mail;

namespace SkyPanel.Tests.Web.Hosting.Mail;

public sealed class MailTests
{
    [Fact]
    public void ToString_Mail_HoldsNoLink()
    {
        var mail = new PanelMail("ada@example.com", "Hello", "Text", new Uri("https://panel.example.com/?code=secret"));

        Assert.DoesNotContain("secret", mail.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", $"{new ReceivedMail(mail, DateTimeOffset.UnixEpoch)}", StringComparison.Ordinal);
        Assert.Contains("secret", mail.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mailbox_AfterAHundredAndOneMails_HoldsTheNewestHundred()
    {
        var mailbox = new DevelopmentMailbox(new FakeTimeProvider());
        for (var i = 0; i <= 100; i++)
        {
            await mailbox.SendAsync(new PanelMail("ada@example.com", $"{i}", ""), TestContext.Current.CancellationToken);
        }

        Assert.Equal(100, mailbox.Mails.Count);
        Assert.Equal("100", mailbox.Mails[0].Mail.Subject);
        Assert.Equal("1", mailbox.Mails[99].Mail.Subject);
    }
}
