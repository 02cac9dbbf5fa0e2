using SkyPanel.Core.Access;
using SkyPanel.Core.Instances.Create;
using SkyPanel.Core.Plans.Offerings;
using SkyPanel.Core.Providers;

namespace SkyPanel.Web.Hosting.Demo;

/// <summary>A machine at each provider, asked for as a customer would; they come up after the start, like any other.</summary>
internal static class DemoInstances
{
    /// <summary>Fixed, so that asking a second time is asking once.</summary>
    private static readonly Guid FirstRequest = new("0199aaaa-0000-7000-8000-000000000000");

    public static async Task EnsureAsync(IServiceProvider services, Actor customer, CancellationToken cancellationToken)
    {
        var offerings = services.GetRequiredService<OfferingService>();
        var number = 0;
        foreach (var provider in await offerings.ListProvidersAsync(customer, cancellationToken))
        {
            number++;
            await CreateAsync(services, customer, provider.Type, number, cancellationToken);
        }
    }

    private static Guid Request(int number)
    {
        var bytes = FirstRequest.ToByteArray();
        bytes[^1] = (byte)number;
        return new Guid(bytes);
    }

    private static async Task CreateAsync(
        IServiceProvider services, Actor customer, ProviderType type, int number, CancellationToken cancellationToken)
    {
        var offerings = services.GetRequiredService<OfferingService>();
        var plan = (await offerings.ListPlansAsync(customer, type, cancellationToken))[0];
        var images = await offerings.ListImagesAsync(customer, type, cancellationToken);
        var regions = await offerings.ListRegionsAsync(customer, type, cancellationToken);
        var region = regions.First(x => !plan.UnavailableIn.ContainsKey(x.Id));
        var image = images.First(x => x.MinDiskGib <= plan.DiskGib && x.IsAvailableIn(region.Id));
        var request = new CreateInstanceRequest(Request(number), plan.Id, region.Id, image.Id, $"demo-{number}", []);
        await services.GetRequiredService<CreateInstanceService>().CreateAsync(customer, request, cancellationToken);
    }
}
