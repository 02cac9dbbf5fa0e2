using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;
using SkyPanel.Core.Providers;
using SkyPanel.Providers.Http.Limits;

namespace SkyPanel.Providers.Http;

/// <summary>
/// One account's way out. From the outside in: the whole call's time, retries, the gate, the breaker, one try's time. A wait
/// between two tries holds no place at the gate, every try takes its turn there, and the breaker counts tries, not calls.
/// </summary>
internal sealed class AccountPipeline : IDisposable
{
    private readonly ProviderHttpOptions _options;
    private readonly TimeProvider _time;
    private readonly RetryBudget _budget;
    private readonly AccountGate _gate;
    private readonly AccountVitals _vitals;
    private readonly CircuitBreakerStateProvider _breaker = new();
    private readonly ResiliencePipeline<ProviderResponse> _pipeline;

    public AccountPipeline(ProviderHttpOptions options, IReadOnlyList<RateRule> rules, Action<CallState, TimeSpan> waited, TimeProvider time)
    {
        _options = options;
        _time = time;
        _budget = new RetryBudget(options.RetryShare);
        _gate = new AccountGate(options, rules, time);
        _vitals = new AccountVitals(options.HealthSpan, time);
        var builder = new ResiliencePipelineBuilder<ProviderResponse> { TimeProvider = time };
        builder.AddTimeout(options.TotalTimeout);
        if (options.MaxRetries > 0)
        {
            builder.AddRetry(Retry());
        }

        _pipeline = builder
            .AddStrategy(_ => new GateStrategy(_gate, _vitals, waited, time))
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

    public CallState Begin(ProviderRequest request, ProviderPriority priority) => new(request, priority, _time.GetUtcNow() + _options.TotalTimeout);

    public ProviderHealth Health()
    {
        var standing = _gate.Standing();
        var vitals = _vitals.Read();
        return new ProviderHealth(
            vitals.LastSuccessAt, vitals.MedianLatency, vitals.Tries, vitals.ErrorShare, BreakerState(), standing.Queued, standing.InFlight, standing.Room);
    }

    public void Dispose() => _gate.Dispose();

    private ProviderBreakerState BreakerState() => _breaker.CircuitState switch
    {
        CircuitState.Closed => ProviderBreakerState.Closed,
        CircuitState.HalfOpen => ProviderBreakerState.Trying,
        _ => ProviderBreakerState.Open,
    };

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
        StateProvider = _breaker,
        ShouldHandle = args => ValueTask.FromResult(AccountVitals.IsFailure(args.Outcome)),
    };

    /// <summary>What may not be repeated gets all the time there is for its one try.</summary>
    private ValueTask<TimeSpan> AttemptTimeoutAsync(TimeoutGeneratorArguments args)
        => ValueTask.FromResult(CallState.Of(args.Context).Request.MayRepeat ? _options.AttemptTimeout : _options.TotalTimeout);
}
