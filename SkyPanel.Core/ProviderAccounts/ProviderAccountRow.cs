using SkyPanel.Core.Providers;

namespace SkyPanel.Core.ProviderAccounts;

/// <summary>An account as staff see it. Holds nothing of its token.</summary>
public sealed record ProviderAccountRow(
    Guid Id,
    string Name,
    ProviderType Type,
    bool Enabled,
    int SortOrder,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    DateTimeOffset? LastCheckedAt,
    bool? LastCheckSucceeded,
    string? LastCheckText,
    string? ProviderAccountName,
    int Version);
