using Microsoft.EntityFrameworkCore;
using SkyPanel.Core.Data;
using SkyPanel.Core.Organizations;
using SkyPanel.Core.Plans;

namespace SkyPanel.Core.Instances.Create;

/// <summary>Whether an organisation may have one more machine. Asked inside the transaction that adds it, after its turn was taken.</summary>
internal static class OrganizationAllowance
{
    /// <summary>The refusal, or null when it may.</summary>
    public static async Task<CreateInstanceOutcome?> RefusalAsync(
        SkyPanelDbContext db, Guid organizationId, SoldPlan plan, CancellationToken cancellationToken)
    {
        var organization = await db.Set<Organization>().AsNoTracking().SingleAsync(x => x.Id == organizationId, cancellationToken);
        if (NotActive(organization) is { } notActive)
        {
            return notActive;
        }

        // A row for each size and price: databases cannot add up money that is kept as a struct.
        var sizes = await InstanceQueries.Sizes(db, organizationId).ToListAsync(cancellationToken);
        var monthly = sizes.Aggregate(plan.Monthly, (sum, x) => sum + (x.MonthlyPrice * x.Instances));
        var limits = organization.Limits;
        return limits switch
        {
            _ when sizes.Sum(x => x.Instances) + 1 > limits.Instances => Over($"{limits.Instances} VPS"),
            _ when sizes.Sum(x => x.Instances * x.Vcpus) + plan.Vcpus > limits.Vcpus => Over($"{limits.Vcpus} vCPU in all"),
            _ when monthly > limits.Monthly => Over($"{limits.Monthly} {plan.Currency} a month in all"),
            _ => null,
        };
    }

    private static CreateInstanceOutcome? NotActive(Organization organization) => organization.State switch
    {
        OrganizationState.AwaitingApproval => new CreateInstanceOutcome.NotActive(
            organization.State, "Your account is waiting for approval. Nothing that you chose here is lost: send it again once you are approved."),
        OrganizationState.Suspended => new CreateInstanceOutcome.NotActive(
            organization.State, $"Your account is suspended: {organization.SuspensionReason} Contact support to resume it."),
        _ => null,
    };

    private static CreateInstanceOutcome Over(string limit) =>
        new CreateInstanceOutcome.OverLimit($"Your account may have {limit}. Delete something, or ask support to raise the limit.");
}
