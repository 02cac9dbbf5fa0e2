using System.Collections.Frozen;
using SkyPanel.Core.Providers;

namespace SkyPanel.Providers.Http;

/// <summary>What a customer reads for each code: what happened and what to do, without a vendor's name or words.</summary>
internal static class ErrorTexts
{
    private const string Fallback = "Something went wrong at the provider. Try again in a few minutes; if it happens again, contact support.";

    private static readonly FrozenDictionary<ProviderErrorCode, string> Texts = new Dictionary<ProviderErrorCode, string>
    {
        [ProviderErrorCode.MissingCredentials] = "This provider is not set up yet. Choose another one or contact support.",
        [ProviderErrorCode.InvalidCredentials] = "We cannot sign in to this provider at the moment. Choose another one or contact support.",
        [ProviderErrorCode.InsufficientScope] = "Our access to this provider does not allow this. Contact support.",
        [ProviderErrorCode.ProviderNotFound] = "This provider is not supported. Choose another one.",
        [ProviderErrorCode.InstanceNotFound] = "The provider does not know this server. Reload the page; if it is still listed, contact support.",
        [ProviderErrorCode.Validation] = "The provider did not accept one of the choices. Check them, change what is marked and try again.",
        [ProviderErrorCode.InvalidAction] = "This is not possible in the server's present state. Wait until it is ready, then try again.",
        [ProviderErrorCode.ResourceBusy] = "The server is busy with another task. Wait until it is done, then try again.",
        [ProviderErrorCode.RateLimited] = "Too many requests are under way. Wait a minute, then try again.",
        [ProviderErrorCode.InsufficientResources] = "There is no capacity left for this choice. Choose another region or plan.",
        [ProviderErrorCode.QuotaExceeded] = "No more servers can be created with this provider at the moment. Choose another one or contact support.",
        [ProviderErrorCode.InsufficientBalance] = "This provider accepts no orders at the moment. Choose another one or contact support.",
        [ProviderErrorCode.DuplicateResource] = "The provider already has something with this name or key. Reload the page and check before trying again.",
        [ProviderErrorCode.PasswordTooWeak] = "The password is too weak. Choose a longer one with letters, digits and signs, or use an SSH key.",
        [ProviderErrorCode.Timeout] = "The provider did not answer in time. Wait a minute and reload the page before trying again.",
        [ProviderErrorCode.Unavailable] = "The provider cannot be reached at the moment. Try again in a few minutes.",
        [ProviderErrorCode.Protected] = "The server is locked against this change. Contact support to have it unlocked.",
        [ProviderErrorCode.Conflict] = "Something else changed at the same time. Reload the page and try again.",
        [ProviderErrorCode.ApiError] = Fallback,
    }.ToFrozenDictionary();

    public static string For(ProviderErrorCode code) => Texts.GetValueOrDefault(code, Fallback);
}
