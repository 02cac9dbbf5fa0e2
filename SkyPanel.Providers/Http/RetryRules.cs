using System.Net;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace SkyPanel.Providers.Http;

/// <summary>What is tried again, and when: only calls that may be repeated, only for failures that may pass, never past the deadline.</summary>
internal sealed class RetryRules(RetryBudget budget, TimeProvider time)
{
    public ValueTask<bool> ShouldRetryAsync(RetryPredicateArguments<ProviderResponse> args)
        => ValueTask.FromResult(CallState.Of(args.Context) is var call
            && call.Request.MayRepeat
            && MayPass(args.Outcome)
            && FitsIn(call, args.Outcome.Result)
            && budget.HasSome);

    public ValueTask<TimeSpan?> DelayAsync(RetryDelayGeneratorArguments<ProviderResponse> args)
    {
        budget.Spend();
        return ValueTask.FromResult(Asked(args.Outcome.Result));
    }

    private static bool MayPass(Outcome<ProviderResponse> outcome) => outcome switch
    {
        { Exception: TransportException or TimeoutRejectedException } => true,
        { Result.IsMaintenance: true } => false,
        { Result: { } response } => response.IsServerError || response.IsProxyRefusal
            || response.Status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests,
        _ => false,
    };

    private bool FitsIn(CallState call, ProviderResponse? response)
        => Asked(response) is not { } wait || time.GetUtcNow() + wait < call.Deadline;

    private TimeSpan? Asked(ProviderResponse? response) => response is null ? null : RetryAfter.Read(response, time.GetUtcNow());
}
