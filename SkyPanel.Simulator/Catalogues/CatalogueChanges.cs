namespace SkyPanel.Simulator.Catalogues;

/// <summary>Another price than the catalogue's.</summary>
/// <param name="Region">Null for every region; a price of one region exists at Linode only.</param>
internal sealed record PriceChange(string Vendor, string Size, string? Region, decimal Monthly, decimal Hourly);

/// <summary>Whether a size can be had in a region (null: anywhere), whatever the catalogue says.</summary>
internal sealed record StockChange(string Vendor, string Size, string? Region, bool Available);

/// <summary>Whether a region takes new machines.</summary>
internal sealed record RegionChange(string Vendor, string Region, bool Available);

/// <summary>An image that is listed no more, or is listed as outdated; machines made of it stay.</summary>
internal sealed record ImageChange(string Vendor, string Image, bool Withdrawn, bool Deprecated);

/// <summary>What the control has changed of the vendors' catalogues. The latest word on a thing counts.</summary>
internal sealed class CatalogueChanges
{
    public List<PriceChange> Prices { get; init; } = [];

    public List<StockChange> Stock { get; init; } = [];

    public List<RegionChange> Regions { get; init; } = [];

    public List<ImageChange> Images { get; init; } = [];

    /// <param name="region">Null asks for the price that holds where no region has its own.</param>
    public PriceChange? Price(string vendor, string size, string? region = null)
        => Prices.LastOrDefault(change => Is(change.Vendor, vendor) && Is(change.Size, size) && Is(change.Region, region));

    /// <summary>Null where nothing was said.</summary>
    public bool? IsInStock(string vendor, string size, string region)
        => Stock.LastOrDefault(change => Is(change.Vendor, vendor) && Is(change.Size, size) && (change.Region is null || Is(change.Region, region)))?.Available;

    public bool? IsOpen(string vendor, string region)
        => Regions.LastOrDefault(change => Is(change.Vendor, vendor) && Is(change.Region, region))?.Available;

    public bool IsWithdrawn(string vendor, string image) => Image(vendor, image)?.Withdrawn == true;

    public bool IsDeprecated(string vendor, string image) => Image(vendor, image)?.Deprecated == true;

    public void Clear()
    {
        Prices.Clear();
        Stock.Clear();
        Regions.Clear();
        Images.Clear();
    }

    private static bool Is(string? left, string? right) => string.Equals(left, right, StringComparison.Ordinal);

    private ImageChange? Image(string vendor, string image) => Images.LastOrDefault(change => Is(change.Vendor, vendor) && Is(change.Image, image));
}
