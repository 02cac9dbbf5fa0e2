namespace SkyPanel.Core.Providers;

/// <summary>What an adapter says of itself. All that Core and Web know of a provider, so neither has to name one.</summary>
/// <param name="Type">The stable key, also the route segment.</param>
/// <param name="DisplayName">The vendor's name as people write it.</param>
/// <param name="Mark">Two or three letters for the provider's mark in the interface.</param>
/// <param name="TokenSeedVariable">The environment variable that seeds an account on the first start in Production.</param>
/// <param name="TokenHelp">Where an admin gets an API token and which scopes it needs.</param>
/// <param name="CatalogueAliases">The vendor's word for each catalogue (plans, images, regions), as used in routes.</param>
/// <param name="Capabilities">The <see cref="IProviderCapability"/> interfaces that the adapter offers.</param>
/// <param name="MarkIsUnique">
/// Whether the provider itself refuses a second machine with the same mark. Where it does, an interrupted create may be sent again
/// after a clean look; where it does not, it may never.
/// </param>
public sealed record ProviderDescriptor(
    ProviderType Type,
    string DisplayName,
    string Mark,
    string TokenSeedVariable,
    string TokenHelp,
    IReadOnlyDictionary<string, string> CatalogueAliases,
    IReadOnlySet<Type> Capabilities,
    bool MarkIsUnique)
{
    /// <summary>Choices at creation beyond what all providers have.</summary>
    public IReadOnlyList<DeploymentOption> DeploymentOptions { get; init; } = [];
}
