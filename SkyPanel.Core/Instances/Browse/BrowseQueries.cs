using Microsoft.EntityFrameworkCore;
using SkyPanel.Core.Data;
using SkyPanel.Core.Operations;

namespace SkyPanel.Core.Instances.Browse;

internal static class BrowseQueries
{
    // The databases' own rules of case differ; in upper case all compare and order alike. Names are ASCII, so no culture can matter.
#pragma warning disable CA1304, CA1311, CA1862, MA0011, RCS1155
    public static IQueryable<VpsInstance> Filtered(SkyPanelDbContext db, Guid organizationId, InstanceListQuery query)
    {
        var instances = InstanceQueries.Living(db, organizationId).AsNoTracking();
        if (!string.IsNullOrWhiteSpace(query.Search))
        {
            var prefix = query.Search.Trim().ToUpperInvariant();
            instances = instances.Where(x => x.Name.ToUpper().StartsWith(prefix) || x.Ipv4!.StartsWith(prefix));
        }

        if (query.Provider is { } provider)
        {
            instances = instances.Where(x => x.ProviderType == provider);
        }

        return query.Status is { } status ? instances.Where(x => x.Status == status) : instances;
    }

    /// <summary>One page in a stable order: equal rows are ordered by id, so that none is shown twice or never.</summary>
    public static IQueryable<InstanceRow> Page(SkyPanelDbContext db, IQueryable<VpsInstance> instances, InstanceListQuery query)
    {
        var size = Math.Clamp(query.PageSize, 1, 100);
        return Rows(db, Sorted(instances, query).ThenBy(x => x.Id).Skip(Math.Max(0, query.Page) * size).Take(size));
    }

    public static IQueryable<InstanceRow> Rows(SkyPanelDbContext db, IQueryable<VpsInstance> instances) =>
        instances.Select(x => new InstanceRow(
            x.Id, x.Name, x.Status, x.ProviderType, x.PlanName, x.Vcpus, x.MemoryMib, x.DiskGib, x.RegionName, x.Country, x.ImageName,
            x.Ipv4, x.Currency, x.MonthlyPrice, x.RequestedAt,
            db.Set<Operation>().Any(y => y.ActiveInstanceId == x.Id),
            x.ProviderInstanceId != null));

    private static IOrderedQueryable<VpsInstance> Sorted(IQueryable<VpsInstance> instances, InstanceListQuery query) => (query.Sort, query.Descending) switch
    {
        (InstanceSort.Status, false) => instances.OrderBy(x => x.Status),
        (InstanceSort.Status, true) => instances.OrderByDescending(x => x.Status),
        (InstanceSort.Provider, false) => instances.OrderBy(x => x.ProviderType),
        (InstanceSort.Provider, true) => instances.OrderByDescending(x => x.ProviderType),
        (InstanceSort.Region, false) => instances.OrderBy(x => x.RegionName),
        (InstanceSort.Region, true) => instances.OrderByDescending(x => x.RegionName),
        (InstanceSort.Price, false) => instances.OrderBy(x => x.MonthlyPrice),
        (InstanceSort.Price, true) => instances.OrderByDescending(x => x.MonthlyPrice),
        (InstanceSort.Created, false) => instances.OrderBy(x => x.RequestedAt),
        (InstanceSort.Created, true) => instances.OrderByDescending(x => x.RequestedAt),
        (_, true) => instances.OrderByDescending(x => x.Name.ToUpper()),
        _ => instances.OrderBy(x => x.Name.ToUpper()),
    };
}
