namespace SkyPanel.Simulator.DigitalOcean.Catalogue;

/// <summary>What cannot be had. All of it is made up, so that a panel has something to grey out.</summary>
internal static class DigitalOceanStock
{
    public static bool IsSoldOut(string size, string region) => (size, region) switch
    {
        ("c-8", "fra1") => true,
        ("m-8vcpu-64gb", "nyc1" or "nyc3") => true,
        ("s-1vcpu-512mb-10gb", "sgp1") => true,
        ("gd-40vcpu-160gb", _) => true,
        _ => false,
    };
}
