using System.Net;

namespace SkyPanel.Providers.Http;

/// <summary>An answer, read to its end.</summary>
internal sealed record ProviderResponse(HttpStatusCode Status, ILookup<string, string> Headers, string? MediaType, string Body)
{
    private const int ServerErrors = 500;

    public bool IsSuccess => (int)Status is >= 200 and < 300;

    public bool IsServerError => (int)Status >= ServerErrors;

    public bool IsJson => MediaType?.Contains("json", StringComparison.OrdinalIgnoreCase) ?? false;

    /// <summary>
    /// A page of a proxy in front of the vendor's service: the request itself was not judged. A 404 page above all is no proof that a
    /// machine is gone.
    /// </summary>
    public bool IsProxyRefusal => MediaType is "text/html"
        && Status is HttpStatusCode.BadRequest or HttpStatusCode.Forbidden or HttpStatusCode.NotFound;

    public bool IsRateRefusal => Status == HttpStatusCode.TooManyRequests;

    /// <summary>The vendor says that it is down on purpose: asking again soon helps nobody.</summary>
    public bool IsMaintenance => Status == HttpStatusCode.ServiceUnavailable && Headers.Contains("X-Maintenance-Mode");

    public string? Header(string name) => Headers[name].FirstOrDefault();

    public override string ToString() => $"{(int)Status}";
}
