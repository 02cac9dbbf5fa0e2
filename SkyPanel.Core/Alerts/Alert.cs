namespace SkyPanel.Core.Alerts;

/// <summary>
/// Something that admins must know because it costs money or blocks sales. Raised again it is the same alert, counted up, until it is
/// resolved; then the next one is a new one.
/// </summary>
public sealed class Alert
{
    internal const int KeyLength = 120;
    internal const int TextLength = 500;

    private Alert()
    {
    }

    public Guid Id { get; private init; }

    public AlertKind Kind { get; private init; }

    /// <summary>What it is about.</summary>
    public Guid SubjectId { get; private init; }

    /// <summary>Kind and subject while it is open, else null: a unique index on it makes one open alert of both.</summary>
    public string? OpenKey { get; private set; }

    /// <summary>What happened and what to do.</summary>
    public string Text { get; private set; } = "";

    public DateTimeOffset RaisedAt { get; private init; }

    public DateTimeOffset LastRaisedAt { get; private set; }

    /// <summary>How often it was raised.</summary>
    public int Times { get; private set; }

    /// <summary>When mails about it were handed over for delivery; null while they are owed.</summary>
    public DateTimeOffset? MailedAt { get; private set; }

    public DateTimeOffset? ResolvedAt { get; private set; }

    public static Alert Raise(AlertKind kind, Guid subjectId, string text, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Kind = kind,
        SubjectId = subjectId,
        OpenKey = KeyOf(kind, subjectId),
        Text = Fit(text),
        RaisedAt = now,
        LastRaisedAt = now,
        Times = 1,
    };

    internal static string KeyOf(AlertKind kind, Guid subjectId) => $"{kind}|{subjectId:n}";

    internal static string Fit(string text) => text.Length <= TextLength ? text : text[..TextLength];
}

/// <summary>What an alert is about. Stored by name: rename none.</summary>
public enum AlertKind
{
    /// <summary>A provider account's token cannot be decrypted; nothing can be done with the account. The subject is the account.</summary>
    CredentialUnreadable,

    /// <summary>A provider refuses an account's token, or lets it do less than is needed. The subject is the account.</summary>
    AccountRefused,

    /// <summary>An operation needs a decision that no worker may take. The subject is the operation.</summary>
    OperationNeedsPeople,
}
