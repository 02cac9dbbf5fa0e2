using Microsoft.EntityFrameworkCore;
using SkyPanel.Core.Access;
using SkyPanel.Core.Alerts;
using SkyPanel.Core.Catalog.Allowlists;
using SkyPanel.Core.Data;
using SkyPanel.Core.Instances;
using SkyPanel.Core.Instances.Browse;
using SkyPanel.Core.Instances.Desk;
using SkyPanel.Core.Instances.Keys;
using SkyPanel.Core.Operations;
using SkyPanel.Core.Organizations;
using SkyPanel.Core.Plans;
using SkyPanel.Core.ProviderAccounts;
using SkyPanel.Core.Providers;

namespace SkyPanel.Tests.Core.Data;

/// <summary>Arguments for every query of Core, by its name and parameters. A new query is added here, with all shapes that it can take.</summary>
internal static class QueryTable
{
    private static readonly Guid Id = Guid.CreateVersion7();
    private static readonly ProviderType Type = new("any");

    private static readonly InstanceListQuery[] Lists =
    [
        new(),
        new(Search: "we%b"),
        new(Provider: Type),
        new(Status: SkyPanel.Core.Providers.InstanceStatus.Running),
        .. Enum.GetValues<InstanceSort>().SelectMany(x => new InstanceListQuery[] { new(Sort: x, Page: 2), new("web", Type, InstanceStatus.Error, x, Descending: true) }),
    ];

    private static readonly OperationListQuery[] Desks =
    [
        .. Enum.GetValues<OperationSieve>().Select(x => new OperationListQuery(x)),
        new(OperationSieve.All, "we%b"),
        new(OperationSieve.Attention, Id.ToString()),
    ];

    public static IReadOnlyDictionary<string, Func<SkyPanelDbContext, IEnumerable<IQueryable>>> Entries { get; } =
        new Dictionary<string, Func<SkyPanelDbContext, IEnumerable<IQueryable>>>(StringComparer.Ordinal)
        {
            ["AccessQueries.Standing(actor)"] = db => [AccessQueries.Standing(db, new Actor(Id, Id))],
            ["AlertQueries.AdminAddresses()"] = db => [AlertQueries.AdminAddresses(db)],
            ["AlertQueries.Open(kind, subjectId)"] = db => [AlertQueries.Open(db, AlertKind.AccountRefused, Id)],
            ["AlertQueries.Rows()"] = db => [AlertQueries.Rows(db)],
            ["AlertQueries.Unmailed()"] = db => [AlertQueries.Unmailed(db).Take(20)],
            ["AllowlistQueries.Of(type)"] = db => [AllowlistQueries.Of(db, Type)],
            ["AllowlistQueries.Of(type, kind)"] = db => [AllowlistQueries.Of(db, Type, CatalogueKind.Image)],
            ["BrowseQueries.Filtered(organizationId, query)"] = db => Lists.Select(x => BrowseQueries.Filtered(db, Id, x)),
            ["BrowseQueries.Page(instances, query)"] = db => Lists.Select(x => BrowseQueries.Page(db, BrowseQueries.Filtered(db, Id, x), x)),
            ["BrowseQueries.Rows(instances)"] = db => [BrowseQueries.Rows(db, InstanceQueries.Owned(db, Id, Id))],
            ["DeskQueries.Attention()"] = db => [DeskQueries.Attention(db)],
            ["DeskQueries.Filtered(query)"] = db => Desks.Select(x => DeskQueries.Filtered(db, x)),
            ["DeskQueries.Rows(operations)"] = db => Desks.Select(x => DeskQueries.Rows(db, DeskQueries.Filtered(db, x)).Skip(50).Take(50)),
            ["InstanceQueries.Counted(organizationId)"] = db => [InstanceQueries.Counted(db, Id)],
            ["InstanceQueries.Living(organizationId)"] = db => [InstanceQueries.Living(db, Id)],
            ["InstanceQueries.Owned(organizationId, id)"] = db => [InstanceQueries.Owned(db, Id, Id)],
            ["InstanceQueries.Quiet(accountId)"] = db => [InstanceQueries.Quiet(db, Id)],
            ["InstanceQueries.Sizes(organizationId)"] = db => [InstanceQueries.Sizes(db, Id)],
            ["OperationQueries.ByRequest(organizationId, requestId)"] = db => [OperationQueries.ByRequest(db, Id, Id)],
            ["OperationQueries.Claimable(now)"] = db => [OperationQueries.Claimable(db, DateTimeOffset.UnixEpoch).OrderBy(x => x.DueAt).Select(x => x.Id).Take(8)],
            ["OperationQueries.NextDue()"] = db => [OperationQueries.NextDue(db).Take(1)],
            ["OperationQueries.OfInstance(instanceId)"] = db => [OperationQueries.OfInstance(db, Id).Take(10)],
            ["OperationQueries.Unclaimed(now)"] = db => [OperationQueries.Unclaimed(db, DateTimeOffset.UnixEpoch)],
            ["OperationQueries.UnderWay(instanceId)"] = db => [OperationQueries.UnderWay(db, Id)],
            ["OrganizationQueries.Of(userId)"] = db => [OrganizationQueries.Of(db, Id)],
            ["OrganizationQueries.SuspensionReason(organizationId)"] = db => [OrganizationQueries.SuspensionReason(db, Id)],
            ["OrganizationQueries.Rows()"] = db => [OrganizationQueries.Rows(db)],
            ["PlanQueries.Live()"] = db => [PlanQueries.Live(db), PlanQueries.Live(db).Include(x => x.Accounts)],
            ["PlanQueries.NamesOver(accountId)"] = db => [PlanQueries.NamesOver(db, Id)],
            ["PlanQueries.Offered()"] = db => [PlanQueries.Offered(db)],
            ["PlanQueries.Offered(type)"] = db => [PlanQueries.Offered(db, Type)],
            ["PlanQueries.PlacementAccounts(planId)"] = db => [PlanQueries.PlacementAccounts(db, Id)],
            ["PlanQueries.Rows()"] = db => [PlanQueries.Rows(db)],
            ["PlanQueries.SoldProviderPlanIds(type)"] = db => [PlanQueries.SoldProviderPlanIds(db, Type)],
            ["ProviderAccountQueries.EnabledIds(type)"] = db => [ProviderAccountQueries.EnabledIds(db, Type)],
            ["ProviderAccountQueries.Live()"] = db => [ProviderAccountQueries.Live(db)],
            ["ProviderAccountQueries.Row(id)"] = db => [ProviderAccountQueries.Row(db, Id)],
            ["ProviderAccountQueries.Rows()"] = db => [ProviderAccountQueries.Rows(db)],
            ["ProviderAccountQueries.UnderKey(prefix)"] = db => [ProviderAccountQueries.UnderKey(db, "sp1.k1.")],
            ["ProviderAccountQueries.UnderOtherKeys(activePrefix, after)"] = db => [ProviderAccountQueries.UnderOtherKeys(db, "sp1.k1.", Id).Take(500)],
            ["ProviderAccountQueries.WithToken(id, tokenCiphertext)"] = db => [ProviderAccountQueries.WithToken(db, Id, "any")],
            ["SshKeyQueries.Chosen(organizationId, ids)"] = db => [SshKeyQueries.Chosen(db, Id, [Id, Guid.Empty])],
            ["SshKeyQueries.Rows(organizationId)"] = db => [SshKeyQueries.Rows(db, Id)],
        };

    /// <summary>A context that speaks to no server.</summary>
    public static SkyPanelDbContext Open(string engine)
    {
        var options = new DbContextOptionsBuilder<SkyPanelDbContext>();
        DatabaseRegistry.Get(engine).Configure(options, engine is "PostgreSql" ? "Host=nowhere" : "Data Source=nowhere");
        return new SkyPanelDbContext(options.Options);
    }
}
