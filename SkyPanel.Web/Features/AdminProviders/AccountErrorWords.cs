using SkyPanel.Core.Providers;

namespace SkyPanel.Web.Features.AdminProviders;

/// <summary>A provider's answer to a token, in words for the person who can mend it: an error's own text speaks to customers.</summary>
public static class AccountErrorWords
{
    public static ProviderError ForAdmins(this ProviderError error) => error.Code switch
    {
        ProviderErrorCode.MissingCredentials or ProviderErrorCode.InvalidCredentials => error with { Text = "The provider did not accept the token." },
        ProviderErrorCode.InsufficientScope => error with { Text = "The token lacks a scope that the panel needs." },
        ProviderErrorCode.CredentialUnreadable => error with { Text = "The stored token cannot be read." },
        ProviderErrorCode.Timeout or ProviderErrorCode.Unavailable => error with { Text = "The provider did not answer, so the token could not be checked." },
        ProviderErrorCode.RateLimited => error with { Text = "The provider takes no more requests for now, so the token could not be checked." },
        _ => error,
    };
}
