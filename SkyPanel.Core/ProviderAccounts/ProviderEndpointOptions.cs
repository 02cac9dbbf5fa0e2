namespace SkyPanel.Core.ProviderAccounts;

/// <summary>Where providers are reached when not at their own addresses. Section <c>ProviderEndpoint</c>.</summary>
public sealed class ProviderEndpointOptions
{
    public const string Section = "ProviderEndpoint";

    /// <summary>The simulator's address, for every account; null in Production.</summary>
    public Uri? BaseAddress { get; set; }
}
