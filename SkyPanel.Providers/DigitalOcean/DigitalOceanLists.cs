using System.Globalization;
using SkyPanel.Providers.Http;

namespace SkyPanel.Providers.DigitalOcean;

/// <summary>Reads the vendor's listings.</summary>
internal static class DigitalOceanLists
{
    private const int LargestPage = 200;

    /// <param name="client">Speaks for the account.</param>
    /// <param name="path">May have a query.</param>
    /// <param name="identity">What tells one item from another.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public static Task<IReadOnlyList<TItem>> ListAsync<TListing, TItem>(
        this ProviderHttpClient client, string path, Func<TItem, object> identity, CancellationToken cancellationToken)
        where TListing : DigitalOceanListing<TItem>
    {
        var separator = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        return Paging.ReadAllAsync(
            async number => (await client.GetAsync<TListing>(
                string.Create(CultureInfo.InvariantCulture, $"{path}{separator}page={number}&per_page={LargestPage}"), cancellationToken)).ToPage(),
            identity);
    }
}
