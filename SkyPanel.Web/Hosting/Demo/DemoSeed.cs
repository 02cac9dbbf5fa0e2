using Microsoft.AspNetCore.Identity;
using SkyPanel.Core.Access;
using SkyPanel.Core.Data.Identity;
using SkyPanel.Core.Organizations;

namespace SkyPanel.Web.Hosting.Demo;

/// <summary>Fills an empty Development panel, so that a newcomer has something to look at. Every step goes through the services that people use.</summary>
internal static class DemoSeed
{
    public static async Task SeedDemoAsync(this WebApplication app, CancellationToken cancellationToken)
    {
        if (!app.Environment.IsDevelopment() || !app.Configuration.GetValue("Demo:Enabled", false))
        {
            return;
        }

        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        if (await services.GetRequiredService<UserManager<PanelUser>>().FindByEmailAsync(DemoPeople.Admin.Email) is not null)
        {
            return;
        }

        var admin = await DemoPeople.CreateAsync(services, DemoPeople.Admin, isAdmin: true, cancellationToken);
        await DemoCatalog.CreateAsync(services, admin, cancellationToken);
        foreach (var person in DemoPeople.Customers)
        {
            await using var own = app.Services.CreateAsyncScope();
            var customer = await DemoPeople.CreateAsync(own.ServiceProvider, person, isAdmin: false, cancellationToken);
            await ApproveAsync(services, admin, customer, cancellationToken);
        }

        var first = await FirstCustomerAsync(services, cancellationToken);
        await DemoInstances.CreateAsync(services, first, cancellationToken);
    }

    private static Task<bool> ApproveAsync(IServiceProvider services, Actor admin, Actor customer, CancellationToken cancellationToken) =>
        services.GetRequiredService<OrganizationDirectory>().ApproveAsync(admin, customer.OrganizationId, cancellationToken);

    private static async Task<Actor> FirstCustomerAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var user = await services.GetRequiredService<UserManager<PanelUser>>().FindByEmailAsync(DemoPeople.Customers[0].Email);
        return (await services.GetRequiredService<MembershipService>().ResolveAsync(user!.Id, cancellationToken))!;
    }
}
