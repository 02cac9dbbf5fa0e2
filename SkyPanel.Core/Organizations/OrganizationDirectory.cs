using Microsoft.EntityFrameworkCore;
using SkyPanel.Core.Access;
using SkyPanel.Core.Audit;
using SkyPanel.Core.Data;
using SkyPanel.Core.News;

namespace SkyPanel.Core.Organizations;

/// <summary>The house's view of its customers: who waits for approval, who is suspended, how much each may have.</summary>
public sealed class OrganizationDirectory(
    IDbContextFactory<SkyPanelDbContext> dbFactory, AuditLog audit, INewsBus news, TimeProvider time)
{
    public async Task<IReadOnlyList<OrganizationRow>> ListAsync(Actor actor, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        await db.RequireAsync(actor, Permission.ManageOrganizations, cancellationToken);
        return await OrganizationQueries.Rows(db).ToListAsync(cancellationToken);
    }

    /// <summary>Lets a new organisation buy. False when there is no such organisation.</summary>
    public Task<bool> ApproveAsync(Actor actor, Guid id, CancellationToken cancellationToken) =>
        ChangeAsync(actor, id, "organization.approved", "", x => x.Approve(time.GetUtcNow()), cancellationToken);

    /// <summary>Stops an organisation from changing anything; its machines run on. False when there is no such organisation.</summary>
    public Task<bool> SuspendAsync(Actor actor, Guid id, string reason, CancellationToken cancellationToken) =>
        ChangeAsync(actor, id, "organization.suspended", reason, x => x.Suspend(reason, time.GetUtcNow()), cancellationToken);

    public Task<bool> ResumeAsync(Actor actor, Guid id, CancellationToken cancellationToken) =>
        ChangeAsync(actor, id, "organization.resumed", "", x => x.Resume(), cancellationToken);

    public Task<bool> LimitAsync(Actor actor, Guid id, OrganizationLimits limits, CancellationToken cancellationToken) =>
        ChangeAsync(actor, id, "organization.limited", $"{limits.Instances} instances, {limits.Vcpus} vCPU, {limits.Monthly} a month", x => x.Limit(limits), cancellationToken);

    private Task<bool> ChangeAsync(
        Actor actor, Guid id, string action, string detail, Action<Organization> change, CancellationToken cancellationToken) =>
        Attempts.UntilSavedAsync(() => TryChangeAsync(actor, id, action, detail, change, cancellationToken));

    private async Task<bool> TryChangeAsync(
        Actor actor, Guid id, string action, string detail, Action<Organization> change, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        await db.RequireAsync(actor, Permission.ManageOrganizations, cancellationToken);
        if (await db.Set<Organization>().SingleOrDefaultAsync(x => x.Id == id, cancellationToken) is not { } organization)
        {
            return false;
        }

        change(organization);
        audit.Record(db, actor, id, action, id, detail);
        await db.SaveChangesAsync(cancellationToken);
        news.Publish(new NewsItem(NewsTopic.Staff, id));
        news.Publish(new NewsItem(NewsTopic.Instances(id), id));
        return true;
    }
}

/// <summary>An organisation as staff see it in a list.</summary>
public sealed record OrganizationRow(
    Guid Id,
    string Name,
    string OwnerEmail,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ApprovedAt,
    DateTimeOffset? SuspendedAt,
    string? SuspensionReason,
    int MaxInstances,
    int MaxVcpus,
    Money MaxMonthly)
{
    public OrganizationState State => this switch
    {
        { SuspendedAt: not null } => OrganizationState.Suspended,
        { ApprovedAt: null } => OrganizationState.AwaitingApproval,
        _ => OrganizationState.Active,
    };
}
