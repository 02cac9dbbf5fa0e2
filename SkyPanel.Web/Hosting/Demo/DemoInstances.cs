using SkyPanel.Core.Access;
using SkyPanel.Core.Instances.Create;
using SkyPanel.Core.Plans.Offerings;
using SkyPanel.Core.Providers;

namespace SkyPanel.Web.Hosting.Demo;

/// <summary>A machine at each provider, asked for as a customer would; they come up after the start, like any other.</summary>
internal static class DemoInstances
{
    public static async Task CreateAsync(IServiceProvider services, Actor customer, CancellationToken cancellationToken)
    {
        var offerings = services.GetRequiredService<OfferingService>();
        var number = 0;
        foreach (var provider in await offerings.ListProvidersAsync(customer, cancellationToken))
        {
            number++;
            await CreateAsync(services, customer, provider.Type, $"demo-{number}", cancellationToken);
        }
    }

    private static async Task CreateAsync(
        IServiceProvider services, Actor customer, ProviderType type, string name, CancellationToken cancellationToken)
    {
        var offerings = services.GetRequiredService<OfferingService>();
        var plan = (await offerings.ListPlansAsync(customer, type, cancellationToken))[0];
        var images = await offerings.ListImagesAsync(customer, type, cancellationToken);
        var regions = await offerings.ListRegionsAsync(customer, type, cancellationToken);
        var region = regions.First(x => !plan.UnavailableIn.ContainsKey(x.Id));
        var image = images.First(x => x.MinDiskGib <= plan.DiskGib && x.IsAvailableIn(region.Id));
        await services.GetRequiredService<CreateInstanceService>().CreateAsync(
            customer, new CreateInstanceRequest(Guid.CreateVersion7(), plan.Id, region.Id, image.Id, name, []), cancellationToken);
    }
}
