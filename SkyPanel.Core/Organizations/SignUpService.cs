using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SkyPanel.Core.Access;
using SkyPanel.Core.Audit;
using SkyPanel.Core.Data;
using SkyPanel.Core.Data.Identity;

namespace SkyPanel.Core.Organizations;

/// <summary>Makes a person and their personal organisation, both or neither.</summary>
public sealed class SignUpService(
    UserManager<PanelUser> users, SkyPanelDbContext db, IDatabase database, AuditLog audit, IOptions<SignUpOptions> options, TimeProvider time)
{
    private static readonly IdentityResult Closed = IdentityResult.Failed(new IdentityError { Code = "SignUpClosed", Description = "Registration is closed." });

    /// <summary>Registers a customer.</summary>
    /// <returns>Identity's result; when it failed nothing was kept.</returns>
    public Task<IdentityResult> RegisterAsync(PanelUser user, string password, CancellationToken cancellationToken) =>
        options.Value.Open ? CreateAsync(user, password, approved: !options.Value.RequireApproval, cancellationToken) : Task.FromResult(Closed);

    /// <summary>Makes an admin of the house, whose organisation needs nobody's approval. For the command line and the demo only.</summary>
    public Task<IdentityResult> CreateAdminAsync(PanelUser user, string password, CancellationToken cancellationToken)
    {
        user.StaffRole = StaffRole.Admin;
        return CreateAsync(user, password, approved: true, cancellationToken);
    }

    private async Task<IdentityResult> CreateAsync(PanelUser user, string password, bool approved, CancellationToken cancellationToken)
    {
        user.CreatedAt = time.GetUtcNow();
        user.DisplayName = user.DisplayName.Length > 0 ? user.DisplayName : user.Email!;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var result = await CreateUserAsync(user, password);
        if (!result.Succeeded)
        {
            return result;
        }

        var organization = Organization.Personal(user.DisplayName, options.Value.Limits, time.GetUtcNow(), approved);
        db.Add(organization);
        db.Add(OrganizationMember.Join(organization.Id, user.Id, OrganizationRole.Owner, time.GetUtcNow()));
        audit.Record(db, new Actor(user.Id, organization.Id), "user.registered", user.Id);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return result;
    }

    private async Task<IdentityResult> CreateUserAsync(PanelUser user, string password)
    {
        try
        {
            return await users.CreateAsync(user, password);
        }
        catch (DbUpdateException ex) when (database.IsUniqueViolation(ex))
        {
            // Someone else took the address after it was found free.
            return IdentityResult.Failed(users.ErrorDescriber.DuplicateUserName(user.UserName!));
        }
    }
}
