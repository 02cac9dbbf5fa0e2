using System.ComponentModel.DataAnnotations;

namespace SkyPanel.Core.ProviderAccounts.Secrets;

/// <summary>Where the keys are that protect provider tokens and operation secrets. Section <c>TokenKeys</c>.</summary>
public sealed class TokenKeyRingOptions
{
    public const string Section = "TokenKeys";

    /// <summary>A JSON file that only the panel's own user may read. Without it no stored token can ever be read again: back it up apart from the database.</summary>
    [Required]
    public string Path { get; set; } = "";
}
