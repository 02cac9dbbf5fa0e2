using System.ComponentModel.DataAnnotations;

namespace SkyPanel.Core.Catalog;

/// <summary>How long what providers offer is remembered. Section <c>Catalog</c>.</summary>
public sealed class CatalogOptions
{
    public const string Section = "Catalog";

    /// <summary>How long an answer counts as fresh.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan FreshFor { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long an old answer may stand in for a provider that does not answer.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "30.00:00:00")]
    public TimeSpan StaleFor { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How long an old answer is served before the provider is asked again.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "01:00:00")]
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a reader waits for a fresh answer while there is an old one to give; the fresh one is then fetched behind their back.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:01:00")]
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(2);
}
