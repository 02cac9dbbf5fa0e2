namespace SkyPanel.Providers.Linode;

internal static class LinodeAdapter
{
    public static readonly ProviderAdapter Value = new(
        LinodeDescriptor.Value,
        new Uri("https://api.linode.com/v4/"),
        new LinodeErrorReader(),
        LinodeRateLimits.Rules,
        x => new LinodeProviderService(x));
}
