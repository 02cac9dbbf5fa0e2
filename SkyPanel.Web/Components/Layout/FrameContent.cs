using SkyPanel.Core.Access;

namespace SkyPanel.Web.Components.Layout;

/// <summary>What the frame shows around every page, for one person at one time.</summary>
/// <param name="Email">Who is signed in.</param>
/// <param name="Permissions">Which of the navigation's permissions they have.</param>
public sealed record FrameContent(string Email, IReadOnlyList<Permission> Permissions)
{
    /// <summary>The entries of a side that the person may open.</summary>
    public IEnumerable<NavEntry> Entries(IEnumerable<NavEntry> all, NavSection section) =>
        all.Where(x => x.Section == section && Permissions.Contains(x.Permission)).OrderBy(x => x.Order);
}
