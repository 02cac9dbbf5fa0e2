using SkyPanel.Core.Access;
using SkyPanel.Core.Organizations;

namespace SkyPanel.Web.Hosting.Demo;

/// <summary>
/// Fills an empty Development panel, so that a newcomer has something to look at. Every step goes through the services that people use, and
/// makes only what is missing, so that a start which was cut short is finished by the next one.
/// </summary>
internal static class DemoSeed
{
    public static async Task SeedDemoAsync(this WebApplication app, CancellationToken cancellationToken)
    {
        if (!app.Environment.IsDevelopment() || !app.Configuration.GetValue("Demo:Enabled", false) || await IsCompleteAsync(app, cancellationToken))
        {
            return;
        }

        await using var scope = app.Services.CreateAsyncScope();
        var admin = await DemoPeople.EnsureAsync(scope.ServiceProvider, DemoPeople.Admin, isAdmin: true, cancellationToken);
        await DemoCatalog.EnsureAsync(scope.ServiceProvider, admin, cancellationToken);
        var first = await CustomerAsync(app, admin, DemoPeople.Customers[0], cancellationToken);
        await DemoInstances.EnsureAsync(scope.ServiceProvider, first, cancellationToken);
        await CustomerAsync(app, admin, DemoPeople.Customers[^1], cancellationToken);
    }

    /// <summary>The last customer is made last: what was deleted by hand since then stays deleted.</summary>
    private static async Task<bool> IsCompleteAsync(WebApplication app, CancellationToken cancellationToken)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await DemoPeople.FindAsync(scope.ServiceProvider, DemoPeople.Customers[^1], cancellationToken) is { } last
            && (await scope.ServiceProvider.GetRequiredService<MembershipService>().GetStandingAsync(last, cancellationToken)).State != OrganizationState.AwaitingApproval;
    }

    /// <summary>In a scope of its own, as Identity keeps what it has read.</summary>
    private static async Task<Actor> CustomerAsync(
        WebApplication app, Actor admin, Identity.DemoAccount person, CancellationToken cancellationToken)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var customer = await DemoPeople.EnsureAsync(scope.ServiceProvider, person, isAdmin: false, cancellationToken);
        await scope.ServiceProvider.GetRequiredService<OrganizationDirectory>().ApproveAsync(admin, customer.OrganizationId, cancellationToken);
        return customer;
    }
}
