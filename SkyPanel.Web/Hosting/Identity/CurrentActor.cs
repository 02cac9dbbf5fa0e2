using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using SkyPanel.Core.Access;
using SkyPanel.Core.Organizations;

namespace SkyPanel.Web.Hosting.Identity;

/// <summary>Who asks, for pages to hand to services. Resolved anew at each call: nothing of it may be kept in a field.</summary>
public sealed class CurrentActor(AuthenticationStateProvider authentication, MembershipService memberships)
{
    /// <summary>The signed-in person, in the organisation that they act in.</summary>
    /// <exception cref="NoActorException">Nobody is signed in, or the person is disabled or has no organisation.</exception>
    public async ValueTask<Actor> GetAsync(CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken) ?? throw new NoActorException();

    /// <summary>The same, or null.</summary>
    public async ValueTask<Actor?> FindAsync(CancellationToken cancellationToken)
    {
        var state = await authentication.GetAuthenticationStateAsync();
        return Guid.TryParse(state.User.FindFirstValue(ClaimTypes.NameIdentifier), out var userId)
            ? await memberships.ResolveAsync(userId, cancellationToken)
            : null;
    }
}

/// <summary>There is nobody to act for.</summary>
public sealed class NoActorException() : Exception("Nobody is signed in, or the account may no longer act.");
