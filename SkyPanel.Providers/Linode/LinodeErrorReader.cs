using SkyPanel.Core.Providers;
using SkyPanel.Providers.Http;

namespace SkyPanel.Providers.Linode;

/// <summary>Reads <c>{"errors":[{"field":"…","reason":"…"}]}</c>; several at once, the field optional.</summary>
internal sealed class LinodeErrorReader : IErrorReader
{
    /// <summary>First match wins. What is not in recordings or the vendor's description is said so in docs/providers.</summary>
    private static readonly Phrase[] Phrases =
    [
        new("Linode busy", ProviderErrorCode.ResourceBusy),
        new("must be unique among your linodes", ProviderErrorCode.DuplicateResource),
        new("Account Limit reached", ProviderErrorCode.QuotaExceeded),
        new("strength requirement", ProviderErrorCode.PasswordTooWeak, Fields.Password),
        new("Must provide valid root_pass", ProviderErrorCode.Validation, Fields.Keys),
        new("not authorized to use this endpoint", ProviderErrorCode.InsufficientScope),
        new("outstanding balance", ProviderErrorCode.InsufficientBalance),
        new("past due", ProviderErrorCode.InsufficientBalance),
        new("cannot_delete", ProviderErrorCode.Protected),
        new("lock needs to be removed", ProviderErrorCode.Protected),
        new("capacity", ProviderErrorCode.InsufficientResources),
        new("sold out", ProviderErrorCode.InsufficientResources),
        new("not available in this region", ProviderErrorCode.InsufficientResources),
        new("temporarily unavailable", ProviderErrorCode.InsufficientResources),
        new("while cloning", ProviderErrorCode.InvalidAction),
        new("while restoring", ProviderErrorCode.InvalidAction),
    ];

    private static readonly Dictionary<string, string> FieldNames = new(StringComparer.Ordinal)
    {
        ["label"] = Fields.Name,
        ["type"] = Fields.Plan,
        ["region"] = Fields.Region,
        ["image"] = Fields.Image,
        ["root_pass"] = Fields.Password,
        ["authorized_keys"] = Fields.Keys,
        ["authorized_users"] = Fields.Keys,
    };

    public VendorError Read(ProviderResponse response)
    {
        var errors = WireJson.Read<LinodeErrors>(response.Body)?.Errors ?? [];
        var known = errors.Select(x => Phrases.FirstOrDefault(phrase => phrase.IsIn(x.Reason ?? ""))).FirstOrDefault(x => x is not null);
        var field = known?.Field ?? errors.Select(x => NameOf(x.Field)).FirstOrDefault(x => x is not null);
        return new VendorError([.. errors.Select(Words)], IsRefusal(response) ? known?.Code : null, field);
    }

    /// <summary>A phrase tells more than a 4xx, but not more than a 401, 404, 408 or 429; and what a 5xx says explains nothing.</summary>
    private static bool IsRefusal(ProviderResponse response) => (int)response.Status is 400 or 401 or 403 or 409 or 422;

    /// <summary>Fields may be paths: <c>authorized_keys[0]</c>.</summary>
    private static string? NameOf(string? field)
        => field is null ? null : FieldNames.GetValueOrDefault(field.Split('[', '.')[0]);

    private static string Words(LinodeError error) => error.Field is null ? error.Reason ?? "" : $"{error.Field}: {error.Reason}";
}
