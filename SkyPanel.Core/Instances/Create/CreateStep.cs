using SkyPanel.Core.Operations;
using SkyPanel.Core.Providers;

namespace SkyPanel.Core.Instances.Create;

/// <summary>A create under way: its operation and its instance, changed together.</summary>
internal sealed class CreateStep(OperationStep step, VpsInstance instance)
{
    private const string NothingCharged = "Nothing was created and nothing is charged.";

    public OperationStep Step => step;

    public Operation Operation => step.Operation;

    public VpsInstance Instance => instance;

    public DateTimeOffset Now => step.Now;

    public MarkQuery Query => new(
        Operation.Mark, instance.Name, instance.ProviderPlanId, instance.RegionId, Operation.SubmittedAt ?? Operation.RequestedAt);

    /// <summary>The machine is ours and has a name at the provider: write that down before anything else.</summary>
    public void Adopt(ProviderInstance machine, string text)
    {
        instance.Adopt(machine, Now);
        Operation.Confirm(Now, step.Options.ConfirmPoll, text);
    }

    public void Fail(ProviderErrorCode code, string text, string? detail = null)
    {
        instance.Fail();
        Operation.Fail(Now, code, text, detail);
    }

    /// <summary>Refused: <see cref="NothingCharged"/> is true because the provider said no or was never reached.</summary>
    public void FailUnsent(ProviderError error) => Fail(error.Code, $"{error.Text} {NothingCharged}", error.AdminText);

    /// <summary>Provably not sent or put off by the provider: its turn comes again, within limits.</summary>
    public void PutBackOrFail(ProviderError error)
    {
        var waited = Now - Operation.RequestedAt;
        if (error.Retryable && Operation.Attempts < step.Options.MaxAttempts && waited < step.Options.PutBackLimit)
        {
            Operation.PutBack(Now, Backoff(error), error);
            return;
        }

        FailUnsent(error);
    }

    /// <summary>5, 10, 20, 40, 60 seconds, by default, or what the provider asks for if that is longer.</summary>
    public TimeSpan Backoff(ProviderError? error = null)
    {
        var round = Math.Min(Math.Max(Operation.Checks, Operation.Attempts), 10);
        var wait = step.Options.ReconcilePoll * Math.Pow(2, Math.Max(0, round - 1));
        var capped = wait < step.Options.ReconcilePollMax ? wait : step.Options.ReconcilePollMax;
        return error?.RetryAfter > capped ? error.RetryAfter.Value : capped;
    }
}
