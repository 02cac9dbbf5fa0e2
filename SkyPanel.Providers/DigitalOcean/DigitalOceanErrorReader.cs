using System.Collections.Frozen;
using SkyPanel.Core.Providers;
using SkyPanel.Providers.Http;

namespace SkyPanel.Providers.DigitalOcean;

/// <summary>Reads <c>{"id":"…","message":"…","request_id":"…"}</c>. The vendor names no field, so words have to do.</summary>
internal sealed class DigitalOceanErrorReader : IErrorReader
{
    /// <summary>First match wins. What is not in observed answers is said so in docs/providers.</summary>
    private static readonly Phrase[] Phrases =
    [
        new("already has a pending event", ProviderErrorCode.ResourceBusy),
        new("exceed your droplet limit", ProviderErrorCode.QuotaExceeded),
        new("droplet limit", ProviderErrorCode.QuotaExceeded),
        new("already in use on your account", ProviderErrorCode.DuplicateResource, Fields.Keys),
        new("Region is not available", ProviderErrorCode.InsufficientResources, Fields.Region),
        new("not available in this region", ProviderErrorCode.InsufficientResources, Fields.Region),
        new("temporarily unavailable", ProviderErrorCode.InsufficientResources, Fields.Plan),
        new("capacity", ProviderErrorCode.InsufficientResources, Fields.Plan),
        new("too large to fit on your droplet", ProviderErrorCode.InsufficientResources, Fields.Plan),
        new("invalid size", ProviderErrorCode.Validation, Fields.Plan),
        new("invalid image", ProviderErrorCode.Validation, Fields.Image),
        new("requires a larger disk", ProviderErrorCode.Validation, Fields.Image),
        new("invalid region", ProviderErrorCode.Validation, Fields.Region),
        new("Key invalid", ProviderErrorCode.Validation, Fields.Keys),
        new("invalid key", ProviderErrorCode.Validation, Fields.Keys),
        new("SSH Key", ProviderErrorCode.Validation, Fields.Keys),
        new("hostname characters", ProviderErrorCode.Validation, Fields.Name),
        new("is currently on", ProviderErrorCode.InvalidAction),
        new("is currently off", ProviderErrorCode.InvalidAction),
        new("already powered", ProviderErrorCode.InvalidAction),
        new("billing", ProviderErrorCode.InsufficientBalance),
        new("payment", ProviderErrorCode.InsufficientBalance),
    ];

    /// <summary>Written in capitals or not: "Unauthorized" in real answers, "unauthorized" in the documents.</summary>
    private static readonly FrozenDictionary<string, ProviderErrorCode> Names = new Dictionary<string, ProviderErrorCode>(StringComparer.OrdinalIgnoreCase)
    {
        ["unauthorized"] = ProviderErrorCode.InvalidCredentials,
        ["forbidden"] = ProviderErrorCode.InsufficientScope,
        ["not_found"] = ProviderErrorCode.InstanceNotFound,
        ["too_many_requests"] = ProviderErrorCode.RateLimited,
        ["conflict"] = ProviderErrorCode.Conflict,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public VendorError Read(ProviderResponse response)
    {
        var error = WireJson.Read<DigitalOceanError>(response.Body);
        if (error?.Message is not { } message)
        {
            return VendorError.Silent with { RequestId = error?.RequestId };
        }

        var known = IsRefusal(response) ? Phrases.FirstOrDefault(x => x.IsIn(message)) : null;
        return new VendorError([$"{error.Id}: {message}"], known?.Code ?? ByName(response, error.Id), known?.Field, error.RequestId)
        {
            AvailableRegionIds = error.ErrorAttributes?.AvailableRegions ?? [],
        };
    }

    /// <summary>A name tells more than a status that stands for anything.</summary>
    private static ProviderErrorCode? ByName(ProviderResponse response, string? id)
        => (int)response.Status is 400 or 422 && Names.TryGetValue(id ?? "", out var code) ? code : null;

    private static bool IsRefusal(ProviderResponse response) => (int)response.Status is 400 or 402 or 409 or 412 or 422;
}
