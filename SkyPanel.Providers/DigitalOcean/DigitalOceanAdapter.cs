namespace SkyPanel.Providers.DigitalOcean;

internal static class DigitalOceanAdapter
{
    public static readonly ProviderAdapter Value = new(
        DigitalOceanDescriptor.Value,
        new Uri("https://api.digitalocean.com/v2/"),
        new DigitalOceanErrorReader(),
        DigitalOceanRateLimits.Rules,
        x => new DigitalOceanProviderService(x));
}
