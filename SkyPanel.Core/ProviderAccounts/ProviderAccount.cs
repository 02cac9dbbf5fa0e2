using SkyPanel.Core.Data;
using SkyPanel.Core.Providers;

namespace SkyPanel.Core.ProviderAccounts;

/// <summary>An account of ours at a cloud provider, and the token that speaks for it.</summary>
public sealed class ProviderAccount : IVersioned
{
    internal const int NameLength = 100;
    internal const int TokenLength = 2000;
    internal const int CiphertextLength = 4000;
    internal const int CheckTextLength = 1000;
    internal const int ProviderAccountNameLength = 256;

    private ProviderAccount()
    {
    }

    public Guid Id { get; private init; }

    /// <summary>What the house calls it.</summary>
    public string Name { get; private set; } = "";

    public ProviderType Type { get; private init; }

    /// <summary>The token, readable only for <see cref="TokenPlace"/> and under a key of the ring.</summary>
    public string TokenCiphertext { get; private set; } = "";

    /// <summary>Whether new instances may be placed on it. Those that it has are looked after all the same.</summary>
    public bool Enabled { get; private set; }

    public int SortOrder { get; private set; }

    public DateTimeOffset CreatedAt { get; private init; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public DateTimeOffset? LastCheckedAt { get; private set; }

    /// <summary>Null before the first check.</summary>
    public bool? LastCheckSucceeded { get; private set; }

    /// <summary>What came of the last check, for admins.</summary>
    public string? LastCheckText { get; private set; }

    /// <summary>What the provider calls the account.</summary>
    public string? ProviderAccountName { get; private set; }

    /// <summary>The provider that it was made for on the first start, null when a person added it. Unique, so that two nodes starting at once seed once.</summary>
    public string? SeededFor { get; private init; }

    public DateTimeOffset? DeletedAt { get; private set; }

    public int Version { get; private set; }

    /// <summary>A new account, enabled. The id is chosen beforehand: the ciphertext is bound to it.</summary>
    public static ProviderAccount Add(Guid id, string name, ProviderType type, string tokenCiphertext, int sortOrder, DateTimeOffset now) => new()
    {
        Id = id,
        Name = name,
        Type = type,
        TokenCiphertext = tokenCiphertext,
        Enabled = true,
        SortOrder = sortOrder,
        CreatedAt = now,
        UpdatedAt = now,
    };

    /// <summary>An account from a token in the environment, not yet checked.</summary>
    public static ProviderAccount Seed(Guid id, ProviderDescriptor provider, string tokenCiphertext, int sortOrder, DateTimeOffset now) => new()
    {
        Id = id,
        Name = Fit(provider.DisplayName, NameLength),
        Type = provider.Type,
        TokenCiphertext = tokenCiphertext,
        Enabled = true,
        SortOrder = sortOrder,
        SeededFor = provider.Type.Value,
        CreatedAt = now,
        UpdatedAt = now,
    };

    public void Rename(string name, DateTimeOffset now) => (Name, UpdatedAt) = (name, now);

    public void ReplaceToken(string tokenCiphertext, DateTimeOffset now) => (TokenCiphertext, UpdatedAt) = (tokenCiphertext, now);

    public void Enable(DateTimeOffset now) => (Enabled, UpdatedAt) = (true, now);

    public void Disable(DateTimeOffset now) => (Enabled, UpdatedAt) = (false, now);

    public void MoveTo(int sortOrder) => SortOrder = sortOrder;

    /// <summary>Takes it out of use for good. The row stays: instances and the record of what was done point at it.</summary>
    public void Remove(DateTimeOffset now) => (DeletedAt, UpdatedAt, Enabled, TokenCiphertext) = (DeletedAt ?? now, now, false, "");

    internal void RecordCheck(ProviderAccountCheck check)
    {
        LastCheckedAt = check.At;
        LastCheckSucceeded = check.Succeeded;
        LastCheckText = Fit(check.Text, CheckTextLength);
        ProviderAccountName = check.ProviderAccountName is { } name ? Fit(name, ProviderAccountNameLength) : ProviderAccountName;
    }

    internal static string TokenPlace(Guid id) => $"service_providers|{id:n}|token_ciphertext";

    internal static string Fit(string text, int length) => text.Length <= length ? text : text[..length];
}
