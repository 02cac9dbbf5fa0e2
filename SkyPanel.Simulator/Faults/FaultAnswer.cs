using System.Text;
using System.Text.Json;
using SkyPanel.Simulator.Control;
using SkyPanel.Simulator.Http;
using SkyPanel.Simulator.Linode;

namespace SkyPanel.Simulator.Faults;

/// <summary>What is answered in place of the vendor's own answer.</summary>
/// <param name="Text">As it is sent; empty for no body.</param>
internal sealed record FaultAnswer(int Status, string Text, IReadOnlyDictionary<string, string> Headers, string ContentType = "application/json")
{
    private static readonly Dictionary<string, string> None = new(StringComparer.Ordinal);
    private static readonly string[] OtherRegions = ["nyc1", "sfo3"];

    /// <summary>The kind's own answer, with what the order says put in its place; null for kinds that do not replace the answer.</summary>
    public static FaultAnswer? Of(Fault fault, string vendor, DateTimeOffset now)
    {
        var own = Own(fault.Kind, string.Equals(vendor, Vendor.Linode, StringComparison.Ordinal), now);
        return own is null
            ? null
            : own with
            {
                Status = fault.Status ?? own.Status,
                Text = TextOf(fault.Body) ?? own.Text,
                Headers = own.Headers.Concat(fault.Headers ?? []).GroupBy(pair => pair.Key, StringComparer.OrdinalIgnoreCase).ToDictionary(group => group.Key, group => group.Last().Value, StringComparer.Ordinal),
            };
    }

    public async Task WriteAsync(HttpResponse response, CancellationToken cancellationToken)
    {
        response.Headers.ContentLength = null;
        response.StatusCode = Status;
        response.ContentType = ContentType;
        foreach (var (name, value) in Headers)
        {
            response.Headers[name] = value;
        }

        await response.Body.WriteAsync(Encoding.UTF8.GetBytes(Text), cancellationToken);
    }

    private static FaultAnswer? Own(string kind, bool linode, DateTimeOffset now) => kind switch
    {
        FaultKind.Status => new(StatusCodes.Status500InternalServerError, "", None),
        FaultKind.Timeout => Vendors(linode, 408, "Please try again", "request_timeout"),
        FaultKind.RateLimited => Limited(linode, now.AddSeconds(30).ToUnixTimeSeconds(), 30),
        FaultKind.RateLimitedBare => Limited(linode, now.AddSeconds(30).ToUnixTimeSeconds(), retryAfter: null),

        // Both numbers were seen in the wild.
        FaultKind.RateLimitedNegative => Limited(linode, -1, -1_509_450_059),
        FaultKind.RateLimitedHuge => Limited(linode, 32_503_680_000, 4_294_967_295),
        FaultKind.Error500 => Vendors(linode, 500, linode ? "Internal Server Error" : "Unexpected server-side error", "server_error"),
        FaultKind.Error502 => Page(502, "502 Bad Gateway"),
        FaultKind.Error503 => Vendors(linode, 503, "Service unavailable. Please try again later.", "service_unavailable"),
        FaultKind.Error504 => Page(504, "504 Gateway Time-out"),
        FaultKind.Maintenance => Vendors(linode, 503, "We are under maintenance.", "service_unavailable") with { Headers = One("X-Maintenance-Mode", "on") },
        FaultKind.Html => Page(400, "400 Bad Request"),
        FaultKind.Quota => linode
            ? Of(LinodeErrors.One(400, "Account Limit reached. Please open a support ticket."))
            : Vendors(linode, 422, "creating this/these droplet(s) will exceed your droplet limit", "unprocessable_entity"),
        FaultKind.SoldOut => SoldOut(linode),
        _ => null,
    };

    private static FaultAnswer SoldOut(bool linode) => linode
        ? Of(LinodeErrors.Field("type", LinodeErrors.SoldOutReason))
        : Of(new Answer(422, new
        {
            id = "unprocessable_entity",
            message = "The size you selected is temporarily unavailable because of High CPU server capacity",
            error_attributes = new { available_regions = OtherRegions },
        }));

    private static FaultAnswer Limited(bool linode, long reset, long? retryAfter)
    {
        var prefix = linode ? "X-RateLimit-" : "ratelimit-";
        var headers = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [prefix + (linode ? "Limit" : "limit")] = linode ? "10" : "5000",
            [prefix + (linode ? "Remaining" : "remaining")] = "0",
            [prefix + (linode ? "Reset" : "reset")] = FormattableString.Invariant($"{reset}"),
        };
        if (retryAfter is { } seconds)
        {
            headers["Retry-After"] = FormattableString.Invariant($"{seconds}");
        }

        return Vendors(linode, 429, linode ? "Too many requests" : "API rate limit exceeded.", "too_many_requests") with { Headers = headers };
    }

    private static FaultAnswer Vendors(bool linode, int status, string text, string id)
        => Of(linode ? LinodeErrors.One(status, text) : new Answer(status, new { id, message = text }));

    private static FaultAnswer Of(Answer answer) => new(answer.Status, JsonSerializer.Serialize(answer.Body, Wire.Json), None);

    /// <summary>The vendor's proxy speaks, not the vendor.</summary>
    private static FaultAnswer Page(int status, string title)
        => new(status, $"<html>\r\n<head><title>{title}</title></head>\r\n<body>\r\n<center><h1>{title}</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n", One("Server", "nginx"), "text/html");

    private static Dictionary<string, string> One(string name, string value) => new(StringComparer.Ordinal) { [name] = value };

    /// <summary>A body given as a string is sent as it is: proxies answer with HTML.</summary>
    private static string? TextOf(JsonElement? body) => body switch
    {
        null or { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => null,
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { } other => other.GetRawText(),
    };
}
