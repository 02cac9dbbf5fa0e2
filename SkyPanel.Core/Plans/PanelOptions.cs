using System.ComponentModel.DataAnnotations;

namespace SkyPanel.Core.Plans;

/// <summary>The house itself. Section <c>Panel</c>.</summary>
public sealed class PanelOptions
{
    public const string Section = "Panel";

    /// <summary>What customers know the panel as.</summary>
    [Required]
    [MaxLength(60)]
    public string Name { get; set; } = "SkyPanel";

    /// <summary>ISO 4217: what every price, limit and bill is in. Only provider plans that cost this currency can be sold.</summary>
    [Required]
    [RegularExpression("[A-Z]{3}")]
    public string Currency { get; set; } = "USD";
}
