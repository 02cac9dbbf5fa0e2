using Microsoft.EntityFrameworkCore;
using SkyPanel.Core.Data.Failpoints;
using SkyPanel.Core.Operations;
using SkyPanel.Core.Organizations;
using SkyPanel.Core.ProviderAccounts;
using SkyPanel.Core.Providers;

namespace SkyPanel.Core.Instances.Create;

/// <summary>
/// Creates one machine for one operation. What it holds to: the row says Submitted before anything is sent; whoever finds it so looks
/// before doing anything; nothing is ever sent again, adopted or given up on a guess.
/// </summary>
internal sealed class CreateInstanceHandler(
    ProviderGateway gateway, CreateSubmission submission, CreateSearch search, IFailpoints failpoints) : IOperationHandler
{
    public IReadOnlyCollection<OperationKind> Kinds => [OperationKind.Create];

    public async Task StepAsync(OperationStep step, CancellationToken cancellationToken)
    {
        var instance = await step.Db.Set<VpsInstance>().SingleAsync(x => x.Id == step.Operation.InstanceId, cancellationToken);
        var create = new CreateStep(step, instance);
        try
        {
            await DispatchAsync(create, cancellationToken);
        }
        catch (ProviderException ex)
        {
            Wait(create, ex.Error);
        }

        await failpoints.HitAsync("create.step-done", cancellationToken);
    }

    private async Task DispatchAsync(CreateStep create, CancellationToken cancellationToken)
    {
        var operation = create.Operation;
        switch (operation.State)
        {
            case OperationState.Requested when await RefusalAsync(create, cancellationToken) is { } refusal:
                create.Fail(ProviderErrorCode.Protected, refusal);
                break;
            case OperationState.Requested when operation.Attempts == 0:
                await submission.SubmitAsync(create, await gateway.OpenAsync(operation.AccountId, ProviderPriority.Create, cancellationToken), cancellationToken);
                break;
            case OperationState.Requested or OperationState.Reconciling:
                await search.SearchAsync(create, await gateway.OpenAsync(operation.AccountId, ProviderPriority.Create, cancellationToken), cancellationToken);
                break;
            case OperationState.Submitted:
                operation.Reconcile(create.Now, TimeSpan.Zero, "Interrupted while sending; looking for what it did");
                break;
            case OperationState.Confirming:
                await CreateConfirmation.ConfirmAsync(create, await gateway.OpenAsync(operation.AccountId, ProviderPriority.Create, cancellationToken), cancellationToken);
                break;
        }
    }

    /// <summary>A customer who was suspended after asking gets no machine.</summary>
    private static async Task<string?> RefusalAsync(CreateStep create, CancellationToken cancellationToken)
    {
        var organization = await create.Step.Db.Set<Organization>().AsNoTracking()
            .SingleAsync(x => x.Id == create.Operation.OrganizationId, cancellationToken);
        return organization.State == OrganizationState.Active
            ? null
            : "Your account may not create machines at the moment. Nothing was created and nothing is charged.";
    }

    /// <summary>The provider could not be asked. Nothing was sent, so nothing is known to be wrong: wait, and keep what is known.</summary>
    private static void Wait(CreateStep create, ProviderError error)
    {
        var operation = create.Operation;
        if (operation.State == OperationState.Requested)
        {
            create.PutBackOrFail(error);
            return;
        }

        operation.CheckAgain(create.Now, create.Backoff(error));
    }
}
