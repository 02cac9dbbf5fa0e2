using System.Collections.Frozen;
using System.Text.Json.Serialization;
using SkyPanel.Core.Providers;
using SkyPanel.Core.Providers.Capabilities;
using SkyPanel.Providers.Http;

namespace SkyPanel.Providers.DigitalOcean;

/// <summary>The marketplace lists only slugs; names, disks and regions stand in the list of images, where not every application is.</summary>
internal sealed class DigitalOceanApps(ProviderHttpClient client) : IMarketplaceCatalog
{
    public async Task<IReadOnlyList<ProviderApp>> ListAppsAsync(CancellationToken cancellationToken)
    {
        var listing = client.GetAsync<OneClickListing>("1-clicks?type=droplet", cancellationToken);
        var images = client.ListAsync<ImageListing, Image>("images?type=application", x => x.Key, cancellationToken);
        await Task.WhenAll(listing, images);
        var bySlug = (await images).ToFrozenDictionary(x => x.Key, StringComparer.Ordinal);
        return
        [
            .. (await listing).OneClicks
                .Where(x => x.Type is null or "droplet")
                .DistinctBy(x => x.Slug, StringComparer.Ordinal)
                .Select(x => bySlug.GetValueOrDefault(x.Slug)?.ToApp() ?? new ProviderApp(x.Slug, Image.NameOf(x.Slug), MinDiskGib: 0, RegionIds: null)),
        ];
    }
}

internal sealed record OneClickListing([property: JsonPropertyName("1_clicks")] IReadOnlyList<OneClick> OneClicks);

internal sealed record OneClick(string Slug, string? Type = null);
