using SkyPanel.Core.Providers;
using SkyPanel.Providers.Http;
using SkyPanel.Providers.Http.Limits;

namespace SkyPanel.Providers;

/// <summary>How one provider plugs in.</summary>
/// <param name="Descriptor">What it says of itself.</param>
/// <param name="BaseAddress">The vendor's API, with its version and a slash at the end.</param>
/// <param name="Errors">How it words refusals.</param>
/// <param name="Limits">How many calls it takes from an account.</param>
/// <param name="Build">Makes the adapter around a client that speaks for one account.</param>
internal sealed record ProviderAdapter(
    ProviderDescriptor Descriptor, Uri BaseAddress, IErrorReader Errors, IReadOnlyList<RateRule> Limits, Func<ProviderHttpClient, IProviderService> Build)
{
    /// <summary>Another host may stand in for the vendor's; the path with its version stays.</summary>
    public Uri AddressAt(Uri? endpoint) => endpoint is null
        ? BaseAddress
        : new UriBuilder(BaseAddress) { Scheme = endpoint.Scheme, Host = endpoint.Host, Port = endpoint.Port }.Uri;
}
