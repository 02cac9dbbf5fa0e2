using SkyPanel.Core.Providers;

namespace SkyPanel.Core.ProviderAccounts;

/// <summary>Failures that arise before a provider is asked.</summary>
internal static class ProviderAccountErrors
{
    private const string CustomerText = "This provider is not available at the moment. Support has been told.";

    public static ProviderError NotFound { get; } =
        new(ProviderErrorCode.ProviderNotFound, CustomerText, "There is no such provider account.", Retryable: false);

    public static ProviderError Removed { get; } =
        new(ProviderErrorCode.ProviderInactive, CustomerText, "The provider account was removed.", Retryable: false);

    public static ProviderError Unreadable { get; } = new(
        ProviderErrorCode.CredentialUnreadable,
        CustomerText,
        "The stored token cannot be decrypted with the present key ring. Restore the ring, or enter the token again.",
        Retryable: false);
}
