using SkyPanel.Core.Data.Failpoints;
using SkyPanel.Core.Operations.Secrets;
using SkyPanel.Core.ProviderAccounts.Secrets;
using SkyPanel.Core.Providers;

namespace SkyPanel.Core.Instances.Create;

/// <summary>Sends the one request that makes a machine, and writes down what came of it.</summary>
internal sealed class CreateSubmission(OperationSecrets secrets, IFailpoints failpoints)
{
    public async Task SubmitAsync(CreateStep create, IProviderService provider, CancellationToken cancellationToken)
    {
        if (await SpecAsync(create, cancellationToken) is not { } spec)
        {
            create.Fail(ProviderErrorCode.MissingCredentials, "It waited so long that its password was erased. Nothing was created and nothing is charged; please create it again.");
            return;
        }

        await failpoints.HitAsync("create.before-submitted", cancellationToken);
        create.Operation.Submit(create.Now);
        await create.Step.SaveAsync(cancellationToken);
        await failpoints.HitAsync("create.submitted", cancellationToken);
        try
        {
            var machine = await provider.CreateInstanceAsync(spec, cancellationToken);
            await failpoints.HitAsync("create.answered", cancellationToken);
            create.Adopt(machine, "Accepted by the provider; the machine is being built");
            await RecordAsync(create, cancellationToken);
        }
        catch (ProviderException ex)
        {
            await failpoints.HitAsync("create.refused", cancellationToken);
            Learn(create, ex.Error);
        }
    }

    /// <summary>The provider's id is saved the moment it is known, and the password that was sent is erased with the same save.</summary>
    public async Task RecordAsync(CreateStep create, CancellationToken cancellationToken)
    {
        await OperationSecrets.EraseAsync(create.Step.Db, create.Operation.Id, SecretField.RootPassword, cancellationToken);
        await create.Step.SaveAsync(cancellationToken);
        await failpoints.HitAsync("create.recorded", cancellationToken);
    }

    private static void Learn(CreateStep create, ProviderError error)
    {
        // A provider that refuses our mark as taken says that an earlier sending arrived after all.
        if (error.Outcome == ProviderOutcome.Unknown || error.Code == ProviderErrorCode.DuplicateResource)
        {
            create.Operation.Reconcile(create.Now, create.Step.Options.ReconcilePoll, "No clear answer; looking for the machine before doing anything else", error);
            return;
        }

        create.PutBackOrFail(error);
    }

    private async Task<ProviderInstanceSpec?> SpecAsync(CreateStep create, CancellationToken cancellationToken)
    {
        var keys = CreateInput.Keys(create.Operation);
        var password = keys.Count > 0 ? null : await PasswordAsync(create, cancellationToken);
        return keys.Count == 0 && password is null
            ? null
            : new ProviderInstanceSpec(
                create.Operation.Mark, create.Instance.Name, create.Instance.ProviderPlanId, create.Instance.RegionId, create.Instance.ImageId, keys, password);
    }

    private async Task<string?> PasswordAsync(CreateStep create, CancellationToken cancellationToken)
    {
        try
        {
            return await secrets.ReadAsync(create.Step.Db, create.Operation.Id, SecretField.RootPassword, cancellationToken);
        }
        catch (SecretUnreadableException)
        {
            return null;
        }
    }
}
