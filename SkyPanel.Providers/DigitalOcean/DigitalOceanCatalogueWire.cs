using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using SkyPanel.Core.Data;
using SkyPanel.Core.Providers;
using SkyPanel.Core.Providers.Capabilities;
using SkyPanel.Providers.Http;

namespace SkyPanel.Providers.DigitalOcean;

internal sealed record SizeListing(IReadOnlyList<Size> Sizes, DigitalOceanLinks? Links = null, DigitalOceanMeta? Meta = null)
    : DigitalOceanListing<Size>(Links, Meta)
{
    protected override IReadOnlyList<Size> Items => Sizes;
}

internal sealed record Size(
    string Slug,
    string? Description = null,
    int Vcpus = 0,
    int Memory = 0,
    int Disk = 0,
    decimal Transfer = 0,
    decimal? PriceHourly = null,
    decimal? PriceMonthly = null,
    bool Available = true,
    IReadOnlyList<string>? Regions = null,
    GpuInfo? GpuInfo = null)
{
    // As the vendor says in its documents; its answers do not tell.
    private const decimal WeeklyBackupShare = 0.2m;
    private const decimal DailyBackupShare = 0.3m;

    private const int GbPerTb = 1000;
    private const int MibPerGib = 1024;

    // Prices pass through single precision at the vendor: 0.00744 arrives as 0.00743999984115362.
    private const int PriceDigits = 8;

    /// <summary>Spot machines can be taken away at any time; nobody here sells that.</summary>
    public bool IsOffered => !Slug.EndsWith("-spot", StringComparison.Ordinal) && PriceHourly is not null && PriceMonthly is not null;

    public ProviderPlan ToPlan() => new(
        Slug, Name, DigitalOceanPlanClass.Of(Slug), Vcpus, Memory, Disk, (int)(Transfer * GbPerTb), Cost, FrozenDictionary<string, ProviderCost>.Empty, RegionIds)
    {
        Gpus = GpuInfo?.Count ?? 0,
        AddOns = new Dictionary<string, ProviderAddOn>(StringComparer.Ordinal)
        {
            [DigitalOceanOptions.WeeklyAddOn] = Share(WeeklyBackupShare),
            [DigitalOceanOptions.DailyAddOn] = Share(DailyBackupShare),
        },
    };

    private string Name => string.Create(CultureInfo.InvariantCulture, $"{Description ?? Slug} {Vcpus} vCPU {Memory / (double)MibPerGib:0.##} GB");

    private ProviderAddOn Share(decimal share) => new(
        new ProviderCost("USD", Money.FromDecimal(Cost.Hourly.Amount * share), Money.FromDecimal(Cost.Monthly.Amount * share)),
        FrozenDictionary<string, ProviderCost>.Empty);

    private ProviderCost Cost => new("USD", Exact(PriceHourly), Exact(PriceMonthly));

    /// <summary>Null only where the token may not see regions. A sold-out size is in none.</summary>
    private FrozenSet<string>? RegionIds => Available ? Regions?.ToFrozenSet(StringComparer.Ordinal) : FrozenSet<string>.Empty;

    private static Money Exact(decimal? price) => Money.FromDecimal(decimal.Round(price ?? 0, PriceDigits));
}

internal sealed record GpuInfo(int Count = 0);

internal sealed record RegionListing(IReadOnlyList<Region> Regions, DigitalOceanLinks? Links = null, DigitalOceanMeta? Meta = null)
    : DigitalOceanListing<Region>(Links, Meta)
{
    protected override IReadOnlyList<Region> Items => Regions;
}

internal sealed record Region(string Slug, string? Name = null, bool Available = false, IReadOnlyList<string>? Features = null)
{
    private static readonly Dictionary<RegionFeature, string> FeatureNames = new()
    {
        [RegionFeature.Backups] = "backups",
        [RegionFeature.Ipv6] = "ipv6",
        [RegionFeature.PrivateNetwork] = "private_networking",
        [RegionFeature.Vpc] = "private_networking",
        [RegionFeature.UserData] = "metadata",
        [RegionFeature.Monitoring] = "install_agent",
    };

    public ProviderRegion ToRegion()
    {
        var country = DigitalOceanGeography.CountryOf(Slug);
        return new ProviderRegion(Slug, Name ?? Slug, country, Geography.ContinentOf(country), Available)
        {
            Features = FeatureNames.Where(x => Features?.Contains(x.Value, StringComparer.Ordinal) ?? false).Select(x => x.Key).ToFrozenSet(),
        };
    }
}

internal sealed record ImageListing(IReadOnlyList<Image> Images, DigitalOceanLinks? Links = null, DigitalOceanMeta? Meta = null)
    : DigitalOceanListing<Image>(Links, Meta)
{
    protected override IReadOnlyList<Image> Items => Images;
}

/// <summary>Ids are numbers here; a droplet's own image may come without a slug.</summary>
internal sealed record Image(
    JsonElement Id,
    string? Slug = null,
    string? Name = null,
    string? Distribution = null,
    bool Public = false,
    int? MinDiskSize = null,
    string? Status = null,
    IReadOnlyList<string>? Regions = null)
{
    public string Key => Slug ?? Id.ToString();

    /// <summary>Images made for accelerators boot on those sizes only.</summary>
    public bool IsOffered => Public && Slug is not null && !Slug.StartsWith("gpu-", StringComparison.Ordinal)
        && (Status is null || Status.Equals("available", StringComparison.OrdinalIgnoreCase));

    public ProviderImage ToImage() => new(
        Key, FullName, Distribution ?? FullName.Split(' ')[0], MinDiskSize ?? 0, Regions?.ToFrozenSet(StringComparer.Ordinal), SupportsUserData: true);

    public ProviderApp ToApp() => new(Key, Name ?? NameOf(Key), MinDiskSize ?? 0, Regions?.ToFrozenSet(StringComparer.Ordinal));

    /// <summary>"wordpress-20-04" has no name of its own in every list.</summary>
    public static string NameOf(string slug) => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(slug.Replace('-', ' '));

    /// <summary>Names read "24.04 (LTS) x64" or repeat the distribution.</summary>
    private string FullName
    {
        get
        {
            var name = (Name ?? Slug ?? "").Replace(" x64", "", StringComparison.Ordinal).Trim();
            return Distribution is null || name.StartsWith(Distribution, StringComparison.OrdinalIgnoreCase) ? name : $"{Distribution} {name}";
        }
    }
}
