using SkyPanel.Core.Providers;

namespace SkyPanel.Providers.Http;

/// <summary>Knows how one vendor words a refusal.</summary>
internal interface IErrorReader
{
    VendorError Read(ProviderResponse response);
}

/// <summary>What a vendor said of a refusal.</summary>
/// <param name="Reasons">Its own words, for admins.</param>
/// <param name="Code">Ours, where its words tell more than the HTTP status does.</param>
/// <param name="Field">Our name of the field that it objects to.</param>
/// <param name="RequestId">Its id of the request.</param>
internal sealed record VendorError(
    IReadOnlyList<string> Reasons, ProviderErrorCode? Code = null, string? Field = null, string? RequestId = null)
{
    /// <summary>Where there is capacity instead, in the vendor's ids.</summary>
    public IReadOnlyList<string> AvailableRegionIds { get; init; } = [];

    public static VendorError Silent { get; } = new([]);
}

/// <summary>One line of a vendor's phrase book: words that it uses, and what we call it.</summary>
internal sealed record Phrase(string Words, ProviderErrorCode Code, string? Field = null)
{
    public bool IsIn(string reason) => reason.Contains(Words, StringComparison.OrdinalIgnoreCase);
}
