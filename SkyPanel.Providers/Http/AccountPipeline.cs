using Polly;
using Polly.CircuitBreaker;
using Polly.RateLimiting;
using Polly.Retry;
using Polly.Timeout;

namespace SkyPanel.Providers.Http;

/// <summary>
/// One account's way out. From the outside in: the whole call's time, retries, the bulkhead, the breaker, one try's time. A wait
/// between two tries holds no place in the bulkhead, and the breaker counts tries, not calls.
/// </summary>
internal sealed class AccountPipeline
{
    private readonly ProviderHttpOptions _options;
    private readonly TimeProvider _time;
    private readonly RetryBudget _budget;
    private readonly ResiliencePipeline<ProviderResponse> _pipeline;

    public AccountPipeline(ProviderHttpOptions options, TimeProvider time)
    {
        _options = options;
        _time = time;
        _budget = new RetryBudget(options.RetryShare);
        var builder = new ResiliencePipelineBuilder<ProviderResponse> { TimeProvider = time };
        builder.AddTimeout(options.TotalTimeout);
        if (options.MaxRetries > 0)
        {
            builder.AddRetry(Retry());
        }

        _pipeline = builder
            .AddConcurrencyLimiter(options.MaxConcurrentCalls, options.MaxQueuedCalls)
            .AddCircuitBreaker(Breaker())
            .AddTimeout(new TimeoutStrategyOptions { TimeoutGenerator = AttemptTimeoutAsync })
            .Build();
    }

    /// <summary>Runs one call; <paramref name="call"/> tells afterwards whether anything was sent.</summary>
    public async Task<ProviderResponse> RunAsync(
        CallState call, Func<CallState, CancellationToken, Task<ProviderResponse>> attempt, CancellationToken cancellationToken)
    {
        _budget.CountCall();
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(CallState.Key, call);
        try
        {
            return await _pipeline.ExecuteAsync(
                async (inner, state) => await state.attempt(state.call, inner.CancellationToken), context, (call, attempt));
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    public CallState Begin(ProviderRequest request) => new(request, _time.GetUtcNow() + _options.TotalTimeout);

    private RetryStrategyOptions<ProviderResponse> Retry()
    {
        var rules = new RetryRules(_budget, _time);
        return new RetryStrategyOptions<ProviderResponse>
        {
            MaxRetryAttempts = _options.MaxRetries,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = _options.RetryDelay,
            ShouldHandle = rules.ShouldRetryAsync,
            DelayGenerator = rules.DelayAsync,
        };
    }

    /// <summary>A refusal for rate is an answer of a healthy vendor, so 429 never opens the breaker.</summary>
    private CircuitBreakerStrategyOptions<ProviderResponse> Breaker() => new()
    {
        FailureRatio = _options.BreakerFailureShare,
        MinimumThroughput = _options.BreakerMinimumCalls,
        SamplingDuration = _options.BreakerSampling,
        BreakDuration = _options.BreakerPause,
        ShouldHandle = args => ValueTask.FromResult(
            args.Outcome is { Exception: TransportException or TimeoutRejectedException } or { Result.IsServerError: true }),
    };

    /// <summary>What may not be repeated gets all the time there is for its one try.</summary>
    private ValueTask<TimeSpan> AttemptTimeoutAsync(TimeoutGeneratorArguments args)
        => ValueTask.FromResult(CallState.Of(args.Context).Request.MayRepeat ? _options.AttemptTimeout : _options.TotalTimeout);
}
