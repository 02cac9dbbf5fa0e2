using SkyPanel.Simulator.DigitalOcean.Catalogue;
using SkyPanel.Simulator.Linode.Catalogue;
using SkyPanel.Simulator.Linode.Images;

namespace SkyPanel.Simulator.Control;

/// <summary>What a vendor's catalogue knows, for the control to check names against.</summary>
internal sealed record VendorSide(Func<string, bool> HasSize, Func<string, bool> HasRegion, Func<string, bool> HasImage)
{
    private static readonly VendorSide Linode = new(
        size => LinodeTypes.Find(size) is not null, region => LinodeRegions.Find(region) is not null, image => PublicImages.Find(image) is not null);

    private static readonly VendorSide DigitalOcean = new(
        size => DigitalOceanSizes.Find(size) is not null, region => DigitalOceanRegions.Find(region) is not null, image => DigitalOceanImages.Find(image) is not null);

    public static VendorSide? Of(string? vendor) => vendor switch
    {
        Vendor.Linode => Linode,
        Vendor.DigitalOcean => DigitalOcean,
        _ => null,
    };
}
