using Polly;
using Polly.CircuitBreaker;

namespace SkyPanel.Providers.Http.Limits;

/// <summary>One try of a call: waits for its turn, goes, and leaves what it learnt behind.</summary>
internal sealed class GateStrategy(AccountGate gate, AccountVitals vitals, Action<CallState, TimeSpan> waited, TimeProvider time) : ResilienceStrategy<ProviderResponse>
{
    protected override async ValueTask<Outcome<ProviderResponse>> ExecuteCore<TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<ProviderResponse>>> callback, ResilienceContext context, TState state)
    {
        var call = CallState.Of(context);
        var asked = time.GetTimestamp();
        GateWaiter turn;
        try
        {
            turn = await gate.EnterAsync(call, context.CancellationToken);
        }
        catch (Exception exception) when (exception is GateRefusedException or OperationCanceledException)
        {
            return Outcome.FromException<ProviderResponse>(exception);
        }
        finally
        {
            waited(call, time.GetElapsedTime(asked));
        }

        var began = time.GetTimestamp();
        var outcome = await callback(context, state);
        gate.Leave(turn, WasSent(outcome), outcome.Result);
        vitals.Note(outcome, time.GetElapsedTime(began));
        return outcome;
    }

    private static bool WasSent(Outcome<ProviderResponse> outcome) => outcome.Exception is not (BrokenCircuitException or TransportException { NeverSent: true });
}
