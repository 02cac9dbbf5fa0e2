using SkyPanel.Core.Data.Failpoints;
using SkyPanel.Core.Operations;
using SkyPanel.Core.Providers;

namespace SkyPanel.Core.Instances.Create;

/// <summary>Looks for what an earlier sending did, and decides what that proves.</summary>
internal sealed class CreateSearch(CreateSubmission submission, IFailpoints failpoints)
{
    public async Task SearchAsync(CreateStep create, IProviderService provider, CancellationToken cancellationToken)
    {
        await failpoints.HitAsync("create.before-search", cancellationToken);
        var found = await provider.FindByMarkAsync(create.Query, cancellationToken);
        await failpoints.HitAsync("create.searched", cancellationToken);
        if (found.Marked.Count > 0)
        {
            await AdoptAsync(create, found.Marked, cancellationToken);
        }
        else if (found.Suspects.Count > 0)
        {
            Suspect(create, found.Suspects);
        }
        else if (create.Operation.State == OperationState.Requested || MaySendAgain(create, provider))
        {
            await submission.SubmitAsync(create, provider, cancellationToken);
        }
        else
        {
            GiveUpOrLookAgain(create, provider);
        }
    }

    private async Task AdoptAsync(CreateStep create, IReadOnlyList<ProviderInstance> marked, CancellationToken cancellationToken)
    {
        var machine = marked.OrderBy(x => x.CreatedAt).ThenBy(x => x.Id, StringComparer.Ordinal).First();
        create.Adopt(machine, "Found at the provider; the machine is being built");
        if (marked.Count > 1)
        {
            var others = string.Join(", ", marked.Where(x => !string.Equals(x.Id, machine.Id, StringComparison.Ordinal)).Select(x => x.Id));
            create.Operation.RaiseAttention(create.Now, $"More than one machine carries this mark. Kept {machine.Id}; look at {others}, which cost money.");
        }

        await submission.RecordAsync(create, cancellationToken);
    }

    /// <summary>Unmarked machines that may be ours: never adopted, ignored or outlived by itself.</summary>
    private static void Suspect(CreateStep create, IReadOnlyList<ProviderInstance> suspects)
    {
        EnsureReconciling(create);
        var ids = string.Join(", ", suspects.Select(x => x.Id));
        create.Operation.RaiseAttention(create.Now, $"A machine without our mark may be this one: {ids}. Decide whether it is.");
        create.Operation.CheckAgain(create.Now, create.Backoff());
    }

    /// <summary>Where the provider itself refuses a second machine with the same mark, sending again after a clean look can only make the first.</summary>
    private static bool MaySendAgain(CreateStep create, IProviderService provider) =>
        provider.Descriptor.MarkIsUnique
        && create.Operation.Attempts < create.Step.Options.MaxAttempts
        && create.Now - create.Operation.StateSince >= create.Step.Options.ResendGrace;

    private static void GiveUpOrLookAgain(CreateStep create, IProviderService provider)
    {
        EnsureReconciling(create);
        var lookedFor = create.Now - create.Operation.StateSince;
        if (lookedFor >= create.Step.Options.ReconcileGrace)
        {
            create.Fail(
                ProviderErrorCode.Timeout,
                "The provider did not create the machine. Nothing is charged; please create it again.",
                $"A complete listing {lookedFor.TotalSeconds:0} s after the unclear answer has no machine with the mark {create.Operation.Mark}.");
            return;
        }

        var wait = create.Backoff();
        var grace = provider.Descriptor.MarkIsUnique ? create.Step.Options.ResendGrace : create.Step.Options.ReconcileGrace;
        var left = grace - lookedFor;
        create.Operation.CheckAgain(create.Now, left > TimeSpan.Zero && left < wait ? left : wait);
    }

    private static void EnsureReconciling(CreateStep create)
    {
        if (create.Operation.State != OperationState.Reconciling)
        {
            create.Operation.Reconcile(create.Now, TimeSpan.Zero, "Looking for the machine before doing anything else");
        }
    }
}
