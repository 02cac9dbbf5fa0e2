using Microsoft.EntityFrameworkCore;
using SkyPanel.Core.Data;
using SkyPanel.Core.ProviderAccounts;
using SkyPanel.Core.Providers;

namespace SkyPanel.Core.Plans;

internal static class PlanQueries
{
    /// <summary>Those not retired, in the house's order.</summary>
    public static IQueryable<VpsPlan> Live(SkyPanelDbContext db) =>
        db.Set<VpsPlan>().Where(x => x.DeletedAt == null).OrderBy(x => x.SortOrder).ThenBy(x => x.CreatedAt);

    /// <summary>Those that customers may have: enabled, over at least one enabled account.</summary>
    public static IQueryable<VpsPlan> Offered(SkyPanelDbContext db, ProviderType type) => Offered(db).Where(x => x.ProviderType == type);

    /// <summary>Those of any provider that customers may have: enabled, over at least one enabled account.</summary>
    public static IQueryable<VpsPlan> Offered(SkyPanelDbContext db) => Live(db).AsNoTracking().Where(plan =>
        plan.Enabled && plan.Accounts.Any(link => db.Set<ProviderAccount>().Any(x => x.Id == link.AccountId && x.Enabled && x.DeletedAt == null)));

    /// <summary>Where a plan may be placed: first the accounts whose last check did not fail, then the others, each in the plan's order.</summary>
    public static IQueryable<Guid> PlacementAccounts(SkyPanelDbContext db, Guid planId) =>
        from link in db.Set<VpsPlanAccount>()
        join account in db.Set<ProviderAccount>() on link.AccountId equals account.Id
        where link.PlanId == planId && account.Enabled && account.DeletedAt == null
        orderby account.LastCheckSucceeded == false ? 1 : 0, link.SortOrder
        select account.Id;

    public static IQueryable<string> SoldProviderPlanIds(SkyPanelDbContext db, ProviderType type) =>
        db.Set<VpsPlan>().Where(x => x.DeletedAt == null && x.ProviderType == type).Select(x => x.ProviderPlanId).Distinct();

    /// <summary>The names of the plans sold over an account.</summary>
    public static IQueryable<string> NamesOver(SkyPanelDbContext db, Guid accountId) =>
        Live(db).Where(x => x.Accounts.Any(y => y.AccountId == accountId)).Select(x => x.Name);

    public static IQueryable<PlanRow> Rows(SkyPanelDbContext db) => Live(db).AsNoTracking().Select(x => new PlanRow(
        x.Id,
        x.ProviderType,
        x.ProviderPlanId,
        x.Name,
        x.Class,
        x.Vcpus,
        x.MemoryMib,
        x.DiskGib,
        x.TransferGb,
        x.Currency,
        x.HourlyPrice,
        x.MonthlyPrice,
        x.HourlyCost,
        x.MonthlyCost,
        x.Enabled,
        x.SortOrder,
        x.CreatedAt,
        x.UpdatedAt,
        x.Version,
        (from link in x.Accounts
         join account in db.Set<ProviderAccount>() on link.AccountId equals account.Id
         orderby link.SortOrder
         select new PlanAccountRow(account.Id, account.Name, account.Enabled)).ToList()));
}
