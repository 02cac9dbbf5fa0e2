using System.Collections.Immutable;

namespace SkyPanel.Web.Hosting.Mail;

/// <summary>Keeps the last mails in memory, for the page that shows them in Development.</summary>
public sealed class DevelopmentMailbox(TimeProvider time) : IMailSender
{
    private const int Capacity = 100;
    private ImmutableList<ReceivedMail> _mails = [];

    /// <summary>Newest first.</summary>
    public IReadOnlyList<ReceivedMail> Mails => _mails;

    public ValueTask SendAsync(PanelMail mail, CancellationToken cancellationToken)
    {
        var received = new ReceivedMail(mail, time.GetUtcNow());
        ImmutableInterlocked.Update(ref _mails, x => x.Insert(0, received) is { Count: > Capacity } full ? full.RemoveAt(Capacity) : x.Insert(0, received));
        return ValueTask.CompletedTask;
    }
}

/// <summary>A mail and when it came.</summary>
public sealed record ReceivedMail(PanelMail Mail, DateTimeOffset At);
