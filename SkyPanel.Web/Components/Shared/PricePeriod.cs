namespace SkyPanel.Web.Components.Shared;

/// <summary>What a price is for.</summary>
public enum PricePeriod
{
    /// <summary>An amount once, or a sum.</summary>
    None,
    Hour,
    Month,
}
