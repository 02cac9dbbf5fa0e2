using SkyPanel.Core.Access;
using SkyPanel.Core.Organizations;
using SkyPanel.Web.Hosting.Identity;

namespace SkyPanel.Web.Components.Layout;

/// <summary>Finds out what the frame may show.</summary>
public sealed class FrameSource(CurrentActor currentActor, MembershipService memberships, IEnumerable<NavEntry> entries)
{
    /// <summary>Null when the person may no longer act.</summary>
    public async Task<FrameContent?> ReadAsync(string email, CancellationToken cancellationToken)
    {
        if (await currentActor.FindAsync(cancellationToken) is not { } actor)
        {
            return null;
        }

        var allowed = new List<Permission>();
        foreach (var permission in entries.Select(x => x.Permission).Distinct())
        {
            if (await memberships.IsAllowedAsync(actor, permission, cancellationToken))
            {
                allowed.Add(permission);
            }
        }

        return new FrameContent(email, allowed);
    }
}
