using Microsoft.AspNetCore.Identity;
using SkyPanel.Core.Access;
using SkyPanel.Core.Data.Identity;
using SkyPanel.Core.Organizations;
using SkyPanel.Web.Hosting.Identity;

namespace SkyPanel.Web.Hosting.Demo;

/// <summary>Who is in the demo: an admin and two customers of different organisations. They sign in by a click; their passwords are chance.</summary>
internal static class DemoPeople
{
    public static readonly DemoAccount Admin = new("admin@skypanel.example", "Ada Admin", "Runs the panel");
    public static readonly IReadOnlyList<DemoAccount> Customers =
    [
        new("carla@customer.example", "Carla Customer", "Customer with a few machines"),
        new("dmitri@other.example", "Dmitri Other", "Customer of another organisation"),
    ];

    public static async Task<Actor?> FindAsync(IServiceProvider services, DemoAccount person, CancellationToken cancellationToken) =>
        await services.GetRequiredService<UserManager<PanelUser>>().FindByEmailAsync(person.Email) is { } user
            ? await services.GetRequiredService<MembershipService>().ResolveAsync(user.Id, cancellationToken)
            : null;

    /// <summary>Finds the person, or makes them.</summary>
    public static async Task<Actor> EnsureAsync(IServiceProvider services, DemoAccount person, bool isAdmin, CancellationToken cancellationToken) =>
        await FindAsync(services, person, cancellationToken) ?? await CreateAsync(services, person, isAdmin, cancellationToken);

    private static async Task<Actor> CreateAsync(IServiceProvider services, DemoAccount person, bool isAdmin, CancellationToken cancellationToken)
    {
        var signUp = services.GetRequiredService<SignUpService>();
        var user = new PanelUser { UserName = person.Email, Email = person.Email, DisplayName = person.Name, EmailConfirmed = true };
        var password = Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32));
        IdentityResult result = isAdmin
            ? await signUp.CreateAdminAsync(user, password, cancellationToken)
            : await signUp.RegisterAsync(user, password, cancellationToken);
        if (!result.Succeeded)
        {
            throw new InvalidOperationException($"The demo's {person.Email} could not be made: {string.Join(' ', result.Errors.Select(x => x.Description))}");
        }

        return (await services.GetRequiredService<MembershipService>().ResolveAsync(user.Id, cancellationToken))!;
    }
}
