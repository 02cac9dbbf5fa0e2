using Microsoft.EntityFrameworkCore;
using SkyPanel.Core.Access;
using SkyPanel.Core.Catalog;
using SkyPanel.Core.Data;
using SkyPanel.Core.Providers;

namespace SkyPanel.Core.Plans;

/// <summary>Sells many of a provider's plans at once, and keeps what is sold in step with what the provider asks.</summary>
public sealed class PlanImport(IDbContextFactory<SkyPanelDbContext> dbFactory, CatalogueReader catalogues, PlanService plans)
{
    /// <summary>What changed at the provider since the plans over it were last saved.</summary>
    /// <exception cref="ProviderException">Unavailable: no account answers.</exception>
    public async Task<PlanComparison> CompareAsync(Actor actor, ProviderType type, CancellationToken cancellationToken)
    {
        var sold = (await plans.ListAsync(actor, cancellationToken)).Where(x => x.ProviderType == type).ToList();
        var catalogue = await catalogues.ReadAsync(type, cancellationToken);
        var ids = sold.Select(x => x.ProviderPlanId).ToHashSet(StringComparer.Ordinal);
        return new PlanComparison(
            catalogue is null ? [] : [.. sold.Select(x => Change(x, catalogue)).OfType<PlanChange>().OrderBy(x => x.Kind)],
            [.. (catalogue?.Plans ?? []).Where(x => !ids.Contains(x.Id))]);
    }

    /// <summary>Sells the provider's plans under their own names, each priced by the markup.</summary>
    /// <returns>What came of each, in the order asked.</returns>
    public async Task<IReadOnlyList<ImportedPlan>> AddAsync(Actor actor, PlanImportRequest request, CancellationToken cancellationToken)
    {
        await using (var db = await dbFactory.CreateDbContextAsync(cancellationToken))
        {
            await db.RequireAsync(actor, Permission.ManageCatalog, cancellationToken);
        }

        var catalogue = await catalogues.ReadAsync(request.ProviderType, cancellationToken);
        var results = new List<ImportedPlan>();
        foreach (var id in request.ProviderPlanIds.Distinct(StringComparer.Ordinal))
        {
            var outcome = catalogue?.FindPlan(id) is { } offered
                ? await plans.AddAsync(actor, request.Priced(offered), cancellationToken)
                : new AddPlanOutcome.Invalid("plan", "The provider does not offer this plan.");
            results.Add(new ImportedPlan(id, outcome));
        }

        return results;
    }

    private static PlanChange? Change(PlanRow sold, ProviderCatalogue catalogue)
    {
        if (catalogue.FindPlan(sold.ProviderPlanId)?.Cost is not { } cost)
        {
            return new PlanChange(sold, PlanChangeKind.Gone, null);
        }

        if (sold.HourlyPrice < cost.Hourly || sold.MonthlyPrice < cost.Monthly)
        {
            return new PlanChange(sold, PlanChangeKind.BelowCost, cost);
        }

        return sold.HourlyCost == cost.Hourly && sold.MonthlyCost == cost.Monthly ? null : new PlanChange(sold, PlanChangeKind.CostChanged, cost);
    }
}

/// <summary>Plans to sell, all by one rule.</summary>
/// <param name="ProviderType">Whose.</param>
/// <param name="ProviderPlanIds">Which of theirs.</param>
/// <param name="Markup">What they are sold at.</param>
/// <param name="AccountIds">The accounts to sell them over, the first tried first.</param>
/// <param name="Enabled">Whether customers may have them at once.</param>
public sealed record PlanImportRequest(
    ProviderType ProviderType, IReadOnlyList<string> ProviderPlanIds, Markup Markup, IReadOnlyList<Guid> AccountIds, bool Enabled)
{
    internal NewPlan Priced(ProviderPlan offered) => new(
        ProviderType, offered.Id, offered.Name, Markup.Hour(offered.Cost), Markup.Month(offered.Cost), AccountIds, Enabled);
}

/// <summary>What came of selling one.</summary>
public sealed record ImportedPlan(string ProviderPlanId, AddPlanOutcome Outcome);
