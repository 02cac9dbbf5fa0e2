using Microsoft.EntityFrameworkCore;
using SkyPanel.Core.Access;
using SkyPanel.Core.Data;

namespace SkyPanel.Core.Organizations;

/// <summary>Which organisation a person acts in.</summary>
public sealed class MembershipService(IDbContextFactory<SkyPanelDbContext> dbFactory)
{
    /// <summary>The actor for a signed-in person, in the organisation they joined first; null when the person has none or is disabled.</summary>
    public async Task<Actor?> ResolveAsync(Guid userId, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var organizationId = await OrganizationQueries.Of(db, userId).FirstOrDefaultAsync(cancellationToken);
        return organizationId is { } id ? new Actor(userId, id) : null;
    }

    /// <summary>What the organisation that the actor acts in may do now, for the notice that its members see.</summary>
    public async Task<OrganizationStanding> GetStandingAsync(Actor actor, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        await db.RequireAsync(actor, Permission.ViewInstances, cancellationToken);
        var organization = await db.Set<Organization>().AsNoTracking().SingleAsync(x => x.Id == actor.OrganizationId, cancellationToken);
        return new OrganizationStanding(organization.Name, organization.State, organization.SuspensionReason);
    }

    /// <summary>Whether the person is staff with this permission; for what a page shows, never instead of the service's own check.</summary>
    public async Task<bool> IsAllowedAsync(Actor actor, Permission permission, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        return await db.IsAllowedAsync(actor, permission, cancellationToken);
    }
}

/// <summary>An organisation as its own members see it.</summary>
public sealed record OrganizationStanding(string Name, OrganizationState State, string? SuspensionReason);
