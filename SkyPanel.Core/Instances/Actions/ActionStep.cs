using SkyPanel.Core.Operations;
using SkyPanel.Core.Providers;

namespace SkyPanel.Core.Instances.Actions;

/// <summary>A change to an existing machine under way: its operation and its instance, changed together.</summary>
internal sealed class ActionStep(OperationStep step, VpsInstance instance)
{
    private const string Doubt = "It is not known whether it was done; the status shows what the provider tells. Try again if you still need to.";

    public OperationStep Step => step;

    public Operation Operation => step.Operation;

    public VpsInstance Instance => instance;

    public DateTimeOffset Now => step.Now;

    /// <summary>Sent as often as anything may be.</summary>
    public bool IsSpent => Operation.Attempts >= step.Options.MaxAttempts;

    public bool IsOver => Now - Operation.StateSince >= step.Options.ActionTimeout;

    public void Succeed(ProviderInstance machine, string text)
    {
        instance.Observe(machine, Now);
        Operation.Succeed(Now, text);
    }

    public void Fail(ProviderInstance machine, ProviderErrorCode code, string text)
    {
        instance.Observe(machine, Now);
        Operation.Fail(Now, code, text);
    }

    public void FailMissing()
    {
        instance.Begin(InstanceStatus.Missing);
        Operation.Fail(Now, ProviderErrorCode.InstanceNotFound, "The provider no longer has this machine. Contact support if you did not expect that.");
    }

    /// <summary>Not there yet. Until the provider shows the change, the transition stands for its last word from before.</summary>
    public void WaitFor(ProviderInstance machine, InstanceStatus transition)
    {
        instance.Observe(machine, Now);
        instance.Begin(transition);
        Operation.CheckAgain(Now, Pace.Next(Operation, step.Options));
    }

    /// <summary>For changes that come to the same when sent twice.</summary>
    public void SendAgain() => Operation.Reopen(Now, "It had not arrived; sending it again");

    /// <summary>The provider could not be asked, put it off, refused it, or gave no clear answer.</summary>
    public void WaitOrFail(ProviderError error)
    {
        if (error.Outcome == ProviderOutcome.Unknown && Operation.State == OperationState.Submitted && IsSpent)
        {
            Operation.Fail(Now, error.Code, $"{error.Text} {Doubt}", error.AdminText);
        }
        else if (error.Outcome == ProviderOutcome.Unknown && Operation.State == OperationState.Submitted)
        {
            Operation.Reconcile(Now, step.Options.ReconcilePoll, "No clear answer; looking at what it did", error);
        }
        else if (!error.Retryable)
        {
            Operation.Fail(Now, error.Code, error.Text, error.AdminText);
        }
        else if (Now - Operation.RequestedAt >= step.Options.PutBackLimit)
        {
            Operation.Fail(Now, error.Code, $"{error.Text} {(Operation.SubmittedAt is null ? "It was not done." : Doubt)}", error.AdminText);
        }
        else if (Operation.State == OperationState.Submitted)
        {
            Operation.PutBack(Now, error.RetryAfter ?? step.Options.ReconcilePoll, error);
        }
        else
        {
            Operation.CheckAgain(Now, error.RetryAfter ?? step.Options.ReconcilePoll);
        }
    }
}
