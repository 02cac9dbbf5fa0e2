using Microsoft.EntityFrameworkCore;
using SkyPanel.Core.Data;
using SkyPanel.Core.Operations;
using SkyPanel.Core.Organizations;
using SkyPanel.Core.ProviderAccounts;

namespace SkyPanel.Core.Instances.Desk;

internal static class DeskQueries
{
    /// <summary>What the sieve and the search let through.</summary>
    public static IQueryable<Operation> Filtered(SkyPanelDbContext db, OperationListQuery query)
    {
        var operations = query.Sieve switch
        {
            OperationSieve.Attention => Attention(db),
            OperationSieve.UnderWay => db.Set<Operation>().Where(x => x.FinishedAt == null),
            OperationSieve.Failed => db.Set<Operation>().Where(x => x.State == OperationState.Failed || x.State == OperationState.Cancelled),
            _ => db.Set<Operation>(),
        };
        return string.IsNullOrWhiteSpace(query.Search) ? operations : Matching(db, operations, query.Search.Trim());
    }

    /// <summary>Those that need people.</summary>
    public static IQueryable<Operation> Attention(SkyPanelDbContext db) => db.Set<Operation>().Where(x => x.Attention != null);

    /// <summary>With the names that people know things by, newest first.</summary>
    public static IQueryable<OperationRow> Rows(SkyPanelDbContext db, IQueryable<Operation> operations) =>
        from operation in operations
        join instance in db.Set<VpsInstance>() on operation.InstanceId equals instance.Id
        join organization in db.Set<Organization>() on operation.OrganizationId equals organization.Id
        join account in db.Set<ProviderAccount>() on operation.AccountId equals account.Id
        orderby operation.RequestedAt descending, operation.Id descending
        select new OperationRow(
            operation.Id, operation.Kind, operation.State, instance.Id, instance.Name, organization.Name, account.Name,
            operation.RequestedAt, operation.FinishedAt, operation.DueAt, operation.Attempts, operation.Attention, operation.ErrorText);

    private static IQueryable<Operation> Matching(SkyPanelDbContext db, IQueryable<Operation> operations, string search)
    {
        if (Guid.TryParse(search.StartsWith("sp-", StringComparison.Ordinal) ? search[3..] : search, out var id))
        {
            return operations.Where(x => x.Id == id);
        }

        return operations.Where(x =>
            db.Set<VpsInstance>().Any(y => y.Id == x.InstanceId && (y.Name.StartsWith(search) || y.ProviderInstanceId == search || y.Ipv4 == search))
            || db.Set<Organization>().Any(y => y.Id == x.OrganizationId && y.Name.StartsWith(search)));
    }
}
