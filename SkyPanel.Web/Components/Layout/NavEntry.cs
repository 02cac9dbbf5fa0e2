using SkyPanel.Core.Access;

namespace SkyPanel.Web.Components.Layout;

/// <summary>One line of the navigation.</summary>
/// <param name="Section">On which side of the panel it stands.</param>
/// <param name="Order">Its place, lowest first; leave gaps.</param>
/// <param name="Title">One or two words.</param>
/// <param name="Icon">An outlined icon of MudBlazor's.</param>
/// <param name="Href">The page, from the root.</param>
/// <param name="Permission">Who sees it. The page's services check again.</param>
public sealed record NavEntry(NavSection Section, int Order, string Title, string Icon, string Href, Permission Permission);

/// <summary>The two sides of the panel, never mixed in one list.</summary>
public enum NavSection
{
    Customer,
    Admin,
}

/// <summary>Lets each feature bring its own entry, so that an entry is there when its feature is.</summary>
public static class NavRegistration
{
    public static IServiceCollection AddNavEntry(
        this IServiceCollection services, NavSection section, int order, string title, string icon, string href, Permission permission) =>
        services.AddSingleton(new NavEntry(section, order, title, icon, href, permission));
}
