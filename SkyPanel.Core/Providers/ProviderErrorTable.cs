using System.Collections.Frozen;

namespace SkyPanel.Core.Providers;

/// <summary>What each <see cref="ProviderErrorCode"/> means to everybody: one row a code, and the only such table.</summary>
public static class ProviderErrorTable
{
    private const string Fallback = "Something went wrong at the provider. Try again in a few minutes; if it happens again, contact support.";

    private static readonly FrozenDictionary<ProviderErrorCode, ProviderErrorRow> Rows = new ProviderErrorRow[]
    {
        new(ProviderErrorCode.MissingCredentials, "MISSING_CREDENTIALS", 503, "This provider is not set up yet. Choose another one or contact support."),
        new(ProviderErrorCode.InvalidCredentials, "INVALID_CREDENTIALS", 503, "We cannot sign in to this provider at the moment. Choose another one or contact support."),
        new(ProviderErrorCode.InsufficientScope, "INSUFFICIENT_SCOPE", 503, "Our access to this provider does not allow this. Contact support."),
        new(ProviderErrorCode.ProviderNotFound, "PROVIDER_NOT_FOUND", 404, "This provider is not supported. Choose another one."),
        new(ProviderErrorCode.ProviderInactive, "PROVIDER_INACTIVE", 409, "This provider is not available at the moment. Choose another one or contact support."),
        new(ProviderErrorCode.InstanceNotFound, "INSTANCE_NOT_FOUND", 404, "The provider does not know this server. Reload the page; if it is still listed, contact support."),
        new(ProviderErrorCode.Validation, "VALIDATION_ERROR", 422, "The provider did not accept one of the choices. Check them, change what is marked and try again."),
        new(ProviderErrorCode.InvalidAction, "INVALID_ACTION", 409, "This is not possible in the server's present state. Wait until it is ready, then try again."),
        new(ProviderErrorCode.ResourceBusy, "RESOURCE_BUSY", 409, "The server is busy with another task. Wait until it is done, then try again.", PassesByItself: true),
        new(ProviderErrorCode.RateLimited, "RATE_LIMIT_EXCEEDED", 429, "Too many requests are under way. Wait a minute, then try again.", PassesByItself: true),
        new(ProviderErrorCode.InsufficientResources, "INSUFFICIENT_RESOURCES", 409, "There is no capacity left for this choice. Choose another region or plan."),
        new(ProviderErrorCode.QuotaExceeded, "QUOTA_EXCEEDED", 409, "No more servers can be created with this provider at the moment. Choose another one or contact support."),
        new(ProviderErrorCode.InsufficientBalance, "INSUFFICIENT_BALANCE", 402, "This provider accepts no orders at the moment. Choose another one or contact support."),
        new(ProviderErrorCode.RegionNotAllowed, "REGION_NOT_ALLOWED", 422, "This region is not offered. Choose another one."),
        new(ProviderErrorCode.ImageNotAllowed, "IMAGE_NOT_ALLOWED", 422, "This operating system is not offered. Choose another one."),
        new(ProviderErrorCode.AppNotAllowed, "APP_NOT_ALLOWED", 422, "This application is not offered. Choose another one."),
        new(ProviderErrorCode.DuplicateResource, "DUPLICATE_RESOURCE", 409, "The provider already has something with this name or key. Reload the page and check before trying again."),
        new(ProviderErrorCode.PasswordTooWeak, "PASSWORD_TOO_WEAK", 422, "The password is too weak. Choose a longer one with letters, digits and signs, or use an SSH key."),
        new(ProviderErrorCode.Timeout, "PROVIDER_TIMEOUT", 504, "The provider did not answer in time. Wait a minute and reload the page before trying again.", PassesByItself: true),
        new(ProviderErrorCode.Unavailable, "PROVIDER_UNAVAILABLE", 503, "The provider cannot be reached at the moment. Try again in a few minutes.", PassesByItself: true),
        new(ProviderErrorCode.CredentialUnreadable, "TOKEN_DECRYPT_FAILED", 503, "This provider is not available at the moment. Choose another one or contact support."),
        new(ProviderErrorCode.Protected, "PROTECTED", 423, "The server is locked against this change. Contact support to have it unlocked."),
        new(ProviderErrorCode.Conflict, "CONFLICT", 409, "Something else changed at the same time. Reload the page and try again."),
        new(ProviderErrorCode.ApiError, "API_ERROR", 502, Fallback),
        new(ProviderErrorCode.Unknown, "UNKNOWN_ERROR", 500, Fallback),
    }.ToFrozenDictionary(x => x.Code);

    public static ProviderErrorRow Of(ProviderErrorCode code) => Rows.GetValueOrDefault(code, Rows[ProviderErrorCode.Unknown]);
}

/// <summary>One code.</summary>
/// <param name="Code">Ours.</param>
/// <param name="Name">As our own API writes it. Others' programs compare it: rename none.</param>
/// <param name="HttpStatus">What our own API answers. A provider's refusal of our credentials is our trouble, not the caller's: 503.</param>
/// <param name="Text">What a customer reads: what happened and what to do, without a vendor's name or words.</param>
/// <param name="PassesByItself">Whether the same request may work later without any change.</param>
public sealed record ProviderErrorRow(ProviderErrorCode Code, string Name, int HttpStatus, string Text, bool PassesByItself = false);
