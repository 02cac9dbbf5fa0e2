using SkyPanel.Core.Providers;

namespace SkyPanel.Web.Features.AdminProviders;

/// <summary>What a person has typed for an account so far, and what was said against it.</summary>
public sealed class AccountDraft
{
    public ProviderType? Type { get; set; }

    public string Name { get; set; } = "";

    public string Token { get; set; } = "";

    /// <summary>The field (type, name, token) that <see cref="FaultText"/> is about.</summary>
    public string? FaultField { get; private set; }

    public string? FaultText { get; private set; }

    /// <summary>The provider's refusal.</summary>
    public ProviderError? Error { get; private set; }

    /// <summary>What else keeps it from being saved.</summary>
    public string? Notice { get; private set; }

    public void Refuse(string field, string text) => (FaultField, FaultText) = (field, text);

    public void Refuse(ProviderError error) => Error = error;

    public void Refuse(string notice) => Notice = notice;

    /// <summary>Forgets what was said, and keeps what was typed.</summary>
    public void Clear() => (FaultField, FaultText, Error, Notice) = (null, null, null, null);

    /// <summary>What is wrong with a field, or null.</summary>
    public string? Fault(string field) => string.Equals(FaultField, field, StringComparison.Ordinal) ? FaultText : null;
}
