using System.Net;
using Polly.CircuitBreaker;
using Polly.Timeout;
using SkyPanel.Core.Providers;
using SkyPanel.Providers.Http.Limits;

namespace SkyPanel.Providers.Http;

/// <summary>
/// Turns every failure of a call into our words. The rule for writes: what was refused, or provably never sent, did nothing; after
/// anything else nobody knows.
/// </summary>
internal static class ErrorNormalizer
{
    private const int LongestAdminText = 600;

    public static ProviderException FromResponse(ProviderRequest request, ProviderResponse response, VendorError vendor, DateTimeOffset now)
    {
        var code = Judge(response, vendor);
        var reasons = vendor.Reasons.Count > 0 ? string.Join("; ", vendor.Reasons) : $"no reason given ({response.MediaType ?? "no content"})";
        return new ProviderException(Error(code, $"HTTP {(int)response.Status} to {request}: {reasons}", OutcomeOf(request, response)) with
        {
            Field = vendor.Field,
            AvailableRegionIds = vendor.AvailableRegionIds,
            RetryAfter = RetryAfter.Read(response, now),
            ProviderRequestId = vendor.RequestId ?? response.Header("x-request-id"),
        });
    }

    public static ProviderException Unreadable(ProviderRequest request, ProviderResponse response) => new(
        Error(ProviderErrorCode.ApiError, $"HTTP {(int)response.Status} to {request}: the answer could not be read", Unsure(request), !request.ChangesSomething) with
        {
            ProviderRequestId = response.Header("x-request-id"),
        });

    /// <summary>For what a pipeline throws instead of an answer.</summary>
    public static ProviderException FromFailure(CallState call, Exception failure)
    {
        var outcome = call.Sent && failure is not TransportException { NeverSent: true } ? Unsure(call.Request) : ProviderOutcome.None;
        return new ProviderException(failure switch
        {
            TimeoutRejectedException => Error(ProviderErrorCode.Timeout, $"{call.Request}: no answer within the time budget", outcome),
            BrokenCircuitException open => Error(ProviderErrorCode.Unavailable, $"{call.Request}: not sent, too many calls of this account failed just now") with
            {
                RetryAfter = open.RetryAfter,
            },
            GateRefusedException refused => Error(ProviderErrorCode.RateLimited, $"{call.Request}: not sent, {refused.Message}") with
            {
                RetryAfter = refused.Wait,
            },
            TransportException lost => Error(ProviderErrorCode.Unavailable, $"{call.Request}: no answer ({lost.Message})", outcome),
            _ => Error(ProviderErrorCode.Unknown, $"{call.Request}: {failure.GetType().Name}", outcome),
        });
    }

    /// <summary>A refusal of our own, before anything was sent.</summary>
    public static ProviderException Refuse(ProviderErrorCode code, string adminText, string? field = null)
        => new(Error(code, adminText) with { Field = field });

    private static ProviderErrorCode Judge(ProviderResponse response, VendorError vendor) => vendor.Code ?? (int)response.Status switch
    {
        400 or 403 or 404 when response.IsProxyRefusal => ProviderErrorCode.Unavailable,
        400 or 413 or 422 => ProviderErrorCode.Validation,
        401 => ProviderErrorCode.InvalidCredentials,
        402 => ProviderErrorCode.InsufficientBalance,
        403 => ProviderErrorCode.InsufficientScope,
        404 or 410 => ProviderErrorCode.InstanceNotFound,
        408 or 504 => ProviderErrorCode.Timeout,
        409 or 412 => ProviderErrorCode.Conflict,
        423 => ProviderErrorCode.Protected,
        429 => ProviderErrorCode.RateLimited,
        >= 500 => ProviderErrorCode.Unavailable,
        _ => ProviderErrorCode.ApiError,
    };

    /// <summary>
    /// A 4xx is a refusal, with two exceptions: 408 says that someone stopped waiting, and a proxy's page says nothing of the service
    /// behind it. A redirect is not followed and proves nothing either.
    /// </summary>
    private static ProviderOutcome OutcomeOf(ProviderRequest request, ProviderResponse response)
        => (int)response.Status is >= 400 and < 500 && response.Status != HttpStatusCode.RequestTimeout && !response.IsProxyRefusal
            ? ProviderOutcome.None
            : Unsure(request);

    private static ProviderOutcome Unsure(ProviderRequest request) => request.ChangesSomething ? ProviderOutcome.Unknown : ProviderOutcome.None;

    private static ProviderError Error(
        ProviderErrorCode code, string adminText, ProviderOutcome outcome = ProviderOutcome.None, bool retryable = false)
    {
        var row = ProviderErrorTable.Of(code);
        return new ProviderError(code, row.Text, Tidy(adminText), retryable || row.PassesByItself, outcome);
    }

    private static string Tidy(string text)
    {
        var oneLine = string.Concat(text.Select(x => char.IsControl(x) ? ' ' : x));
        return oneLine.Length <= LongestAdminText ? oneLine : string.Concat(oneLine.AsSpan(0, LongestAdminText), "…");
    }
}
