using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SkyPanel.Core.Access;
using SkyPanel.Core.Audit;
using SkyPanel.Core.Catalog;
using SkyPanel.Core.Data;
using SkyPanel.Core.News;
using SkyPanel.Core.Providers;

namespace SkyPanel.Core.Plans;

/// <summary>What the house sells, and at what price. Changing a plan changes no instance that was sold before.</summary>
public sealed class PlanService(
    IDbContextFactory<SkyPanelDbContext> dbFactory,
    CatalogueReader catalogues,
    AuditLog audit,
    INewsBus news,
    IOptions<PanelOptions> panel,
    TimeProvider time)
{
    /// <summary>All plans that were not retired, in order.</summary>
    public async Task<IReadOnlyList<PlanRow>> ListAsync(Actor actor, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        await db.RequireAsync(actor, Permission.ViewHouse, cancellationToken);
        return await PlanQueries.Rows(db).ToListAsync(cancellationToken);
    }

    /// <summary>What the provider sells to us; nothing when it has no enabled account.</summary>
    /// <exception cref="ProviderException">Unavailable: no account answers.</exception>
    public async Task<IReadOnlyList<CatalogueRow>> ListCatalogueAsync(Actor actor, ProviderType type, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        await db.RequireAsync(actor, Permission.ViewHouse, cancellationToken);
        var sold = await PlanQueries.SoldProviderPlanIds(db, type).ToHashSetAsync(StringComparer.Ordinal, cancellationToken);
        var catalogue = await catalogues.ReadAsync(type, cancellationToken);
        return [.. (catalogue?.Plans ?? []).Select(x => new CatalogueRow(x, sold.Contains(x.Id)))];
    }

    /// <summary>Sells a provider's plan, last in order.</summary>
    public async Task<AddPlanOutcome> AddAsync(Actor actor, NewPlan plan, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        await db.RequireAsync(actor, Permission.ManageCatalog, cancellationToken);
        var terms = new PlanTerms(plan.ProviderType, plan.Name.Trim(), plan.HourlyPrice, plan.MonthlyPrice, plan.AccountIds);
        if (await terms.FaultAsync(db, cancellationToken) is { } fault)
        {
            return new AddPlanOutcome.Invalid(fault.Field, fault.Text);
        }

        try
        {
            var catalogue = await catalogues.ReadAsync(plan.ProviderType, cancellationToken);
            return catalogue?.FindPlan(plan.ProviderPlanId) is { } offered
                ? await AddAsync(db, actor, terms, offered, plan.Enabled, cancellationToken)
                : new AddPlanOutcome.Invalid("plan", "The provider does not offer this plan.");
        }
        catch (ProviderException ex)
        {
            return new AddPlanOutcome.Refused(ex.Error);
        }
    }

    /// <summary>Changes name, price and accounts.</summary>
    public async Task<UpdatePlanOutcome> UpdateAsync(Actor actor, Guid id, PlanEdit edit, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        await db.RequireAsync(actor, Permission.ManageCatalog, cancellationToken);
        if (await PlanQueries.Live(db).Include(x => x.Accounts).SingleOrDefaultAsync(x => x.Id == id, cancellationToken) is not { } plan)
        {
            return new UpdatePlanOutcome.Missing();
        }

        if (plan.Version != edit.Version)
        {
            return new UpdatePlanOutcome.Stale();
        }

        var terms = new PlanTerms(plan.ProviderType, edit.Name.Trim(), edit.HourlyPrice, edit.MonthlyPrice, edit.AccountIds);
        if (await terms.FaultAsync(db, cancellationToken) is { } fault)
        {
            return new UpdatePlanOutcome.Invalid(fault.Field, fault.Text);
        }

        plan.SeeCost(await CostNowAsync(plan, cancellationToken));
        return terms.BelowCost(new ProviderCost(plan.Currency, plan.HourlyCost, plan.MonthlyCost)) is { } below
            ? new UpdatePlanOutcome.BelowCost(below)
            : await UpdateAsync(db, actor, plan, terms, cancellationToken);
    }

    /// <summary>Lets customers have it. False when there is no such plan.</summary>
    public Task<bool> EnableAsync(Actor actor, Guid id, CancellationToken cancellationToken) =>
        ChangeAsync(actor, id, "plan.enabled", x => x.Enable(time.GetUtcNow()), cancellationToken);

    /// <summary>Lets no customer have it until it is enabled again. False when there is no such plan.</summary>
    public Task<bool> DisableAsync(Actor actor, Guid id, CancellationToken cancellationToken) =>
        ChangeAsync(actor, id, "plan.disabled", x => x.Disable(time.GetUtcNow()), cancellationToken);

    /// <summary>Takes it off sale for good; instances sold under it live on. False when there is no such plan.</summary>
    public Task<bool> RetireAsync(Actor actor, Guid id, CancellationToken cancellationToken) =>
        ChangeAsync(actor, id, "plan.retired", x => x.Retire(time.GetUtcNow()), cancellationToken);

    private async Task<AddPlanOutcome> AddAsync(
        SkyPanelDbContext db, Actor actor, PlanTerms terms, ProviderPlan offered, bool enabled, CancellationToken cancellationToken)
    {
        if (!string.Equals(offered.Cost.Currency, panel.Value.Currency, StringComparison.Ordinal))
        {
            return new AddPlanOutcome.Invalid("plan", $"It costs {offered.Cost.Currency}, and the panel sells in {panel.Value.Currency}.");
        }

        if (terms.BelowCost(offered.Cost) is { } below)
        {
            return new AddPlanOutcome.BelowCost(below);
        }

        var now = time.GetUtcNow();
        var last = await PlanQueries.Live(db).MaxAsync(x => (int?)x.SortOrder, cancellationToken);
        var plan = VpsPlan.Sell(terms.ProviderType, offered, terms.Name, terms.Hourly, terms.Monthly, (last ?? 0) + 1, now);
        plan.SellOver(terms.AccountIds, now);
        if (enabled)
        {
            plan.Enable(now);
        }

        db.Add(plan);
        await SaveAsync(db, actor, plan, "plan.added", terms.Describe(plan), cancellationToken);
        return new AddPlanOutcome.Added(plan.Id);
    }

    private async Task<UpdatePlanOutcome> UpdateAsync(
        SkyPanelDbContext db, Actor actor, VpsPlan plan, PlanTerms terms, CancellationToken cancellationToken)
    {
        plan.Rename(terms.Name, time.GetUtcNow());
        plan.Reprice(terms.Hourly, terms.Monthly, time.GetUtcNow());
        plan.SellOver(terms.AccountIds, time.GetUtcNow());
        try
        {
            await SaveAsync(db, actor, plan, "plan.updated", terms.Describe(plan), cancellationToken);
            return new UpdatePlanOutcome.Updated();
        }
        catch (DbUpdateConcurrencyException)
        {
            return new UpdatePlanOutcome.Stale();
        }
    }

    /// <summary>What the provider asks now, or what was last seen when it does not answer or no longer lists the plan.</summary>
    private async Task<ProviderCost> CostNowAsync(VpsPlan plan, CancellationToken cancellationToken)
    {
        var lastSeen = new ProviderCost(plan.Currency, plan.HourlyCost, plan.MonthlyCost);
        try
        {
            var catalogue = await catalogues.ReadAsync(plan.ProviderType, cancellationToken);
            return catalogue?.FindPlan(plan.ProviderPlanId)?.Cost is { } cost && string.Equals(cost.Currency, plan.Currency, StringComparison.Ordinal)
                ? cost
                : lastSeen;
        }
        catch (ProviderException)
        {
            return lastSeen;
        }
    }

    private Task<bool> ChangeAsync(Actor actor, Guid id, string action, Action<VpsPlan> change, CancellationToken cancellationToken) =>
        Attempts.UntilSavedAsync(() => TryChangeAsync(actor, id, action, change, cancellationToken));

    private async Task<bool> TryChangeAsync(Actor actor, Guid id, string action, Action<VpsPlan> change, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        await db.RequireAsync(actor, Permission.ManageCatalog, cancellationToken);
        if (await PlanQueries.Live(db).SingleOrDefaultAsync(x => x.Id == id, cancellationToken) is not { } plan)
        {
            return false;
        }

        change(plan);
        await SaveAsync(db, actor, plan, action, $"'{plan.Name}'", cancellationToken);
        return true;
    }

    private async Task SaveAsync(
        SkyPanelDbContext db, Actor actor, VpsPlan plan, string action, string detail, CancellationToken cancellationToken)
    {
        audit.Record(db, actor, null, action, plan.Id, detail);
        await db.SaveChangesAsync(cancellationToken);
        news.Publish(new NewsItem(NewsTopic.Staff, plan.Id));
    }
}
