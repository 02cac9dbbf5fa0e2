using SkyPanel.Core.Access;
using SkyPanel.Core.Instances.Browse;
using SkyPanel.Core.Organizations;
using SkyPanel.Core.Plans.Offerings;
using SkyPanel.Web.Components.Shared;
using SkyPanel.Web.Hosting.Identity;

namespace SkyPanel.Web.Features.Instances;

/// <summary>Reads what the pages on instances show, for whoever is signed in at that moment.</summary>
public sealed class InstancesReader(CurrentActor actors, InstanceBrowser browser, OfferingService offerings, MembershipService memberships)
{
    public async Task<InstanceList> ListAsync(InstanceListQuery query, CancellationToken cancellationToken) =>
        await browser.ListAsync(await actors.GetAsync(cancellationToken), query, cancellationToken);

    /// <summary>Null when it is gone.</summary>
    public async Task<InstanceRow?> RowAsync(Guid id, CancellationToken cancellationToken) =>
        await browser.GetRowAsync(await actors.GetAsync(cancellationToken), id, cancellationToken);

    /// <summary>Null when there is no such instance, or it is another organisation's.</summary>
    public async Task<InstanceDetail?> DetailAsync(Guid id, CancellationToken cancellationToken) =>
        await browser.GetAsync(await actors.GetAsync(cancellationToken), id, cancellationToken);

    /// <summary>What does not change with the list: whose it is, what they may do and how providers are called.</summary>
    public async Task<InstancesScope> ScopeAsync(CancellationToken cancellationToken)
    {
        var actor = await actors.GetAsync(cancellationToken);
        var providers = await offerings.ListProvidersAsync(actor, cancellationToken);
        return new InstancesScope(
            actor.OrganizationId,
            [.. providers.Select(x => new ProviderLabel(x.Type, x.DisplayName, x.Mark))],
            await memberships.IsAllowedAsync(actor, Permission.ManageInstances, cancellationToken),
            await memberships.IsAllowedAsync(actor, Permission.DeleteInstances, cancellationToken));
    }
}

/// <summary>For whom a page is shown. For showing and hiding only: services check again.</summary>
public sealed record InstancesScope(Guid OrganizationId, IReadOnlyList<ProviderLabel> Providers, bool MayManage, bool MayDelete);
