namespace SkyPanel.Core.Providers;

/// <summary>Why a provider call failed, in one vocabulary for all providers; what follows from each stands in <see cref="ProviderErrorTable"/>.</summary>
public enum ProviderErrorCode
{
    MissingCredentials,
    InvalidCredentials,
    InsufficientScope,
    ProviderNotFound,
    ProviderInactive,
    InstanceNotFound,

    /// <summary>The provider found something wrong with what we sent; <see cref="ProviderError.Field"/> says what, if it told.</summary>
    Validation,

    /// <summary>Not possible in the machine's present state.</summary>
    InvalidAction,

    /// <summary>The machine is busy with something else; the same request works later.</summary>
    ResourceBusy,
    RateLimited,

    /// <summary>No capacity there now; another region or plan may have some.</summary>
    InsufficientResources,

    /// <summary>The account may have no more of these.</summary>
    QuotaExceeded,
    InsufficientBalance,

    /// <summary>The house does not sell there.</summary>
    RegionNotAllowed,

    /// <summary>The house does not sell this image.</summary>
    ImageNotAllowed,

    /// <summary>The house does not sell this application or script.</summary>
    AppNotAllowed,
    DuplicateResource,
    PasswordTooWeak,

    /// <summary>No answer within the time budget.</summary>
    Timeout,

    /// <summary>Could not be reached, or answered that it cannot serve now.</summary>
    Unavailable,

    /// <summary>The stored token cannot be decrypted.</summary>
    CredentialUnreadable,

    /// <summary>Locked at the provider against this change.</summary>
    Protected,
    Conflict,

    /// <summary>The provider answered something that makes no sense.</summary>
    ApiError,
    Unknown,
}
