using Microsoft.EntityFrameworkCore;
using SkyPanel.Core.Data;
using SkyPanel.Core.Operations;
using SkyPanel.Core.Providers;

namespace SkyPanel.Core.Instances;

internal static class InstanceQueries
{
    /// <summary>An organisation's instances that are not deleted.</summary>
    public static IQueryable<VpsInstance> Living(SkyPanelDbContext db, Guid organizationId) =>
        db.Set<VpsInstance>().Where(x => x.OrganizationId == organizationId && x.DeletedAt == null);

    /// <summary>One of them; a foreign id finds nothing, like one that does not exist.</summary>
    public static IQueryable<VpsInstance> Owned(SkyPanelDbContext db, Guid organizationId, Guid id) =>
        Living(db, organizationId).Where(x => x.Id == id);

    /// <summary>Those that cost something or are about to: what limits count.</summary>
    public static IQueryable<VpsInstance> Counted(SkyPanelDbContext db, Guid organizationId) =>
        Living(db, organizationId).Where(x => x.Status != InstanceStatus.Error || x.ProviderInstanceId != null);

    /// <summary>How many of each size and price those are.</summary>
    public static IQueryable<InstanceSize> Sizes(SkyPanelDbContext db, Guid organizationId) =>
        from instance in Counted(db, organizationId)
        group instance by new { instance.Vcpus, instance.MonthlyPrice } into size
        select new InstanceSize(size.Key.Vcpus, size.Key.MonthlyPrice, size.Count());

    /// <summary>An account's machines that nobody is changing just now.</summary>
    public static IQueryable<VpsInstance> Quiet(SkyPanelDbContext db, Guid accountId) =>
        from instance in db.Set<VpsInstance>()
        where instance.AccountId == accountId && instance.DeletedAt == null && instance.ProviderInstanceId != null
            && !db.Set<Operation>().Any(x => x.ActiveInstanceId == instance.Id)
        select instance;
}

/// <summary>Instances of one size and price.</summary>
internal sealed record InstanceSize(int Vcpus, Money MonthlyPrice, int Instances);
