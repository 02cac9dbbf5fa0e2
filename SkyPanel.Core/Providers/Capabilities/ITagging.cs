namespace SkyPanel.Core.Providers.Capabilities;

/// <summary>Sets words on machines at their provider, for people who look there. Our marks cannot be set or taken this way.</summary>
public interface ITagging : IProviderCapability
{
    /// <summary>Letters, digits, <c>-</c>, <c>_</c> and <c>:</c>, at most 50. A tag that is there already counts as added.</summary>
    /// <exception cref="ProviderException">Validation, with nothing sent, for anything else and for our marks.</exception>
    Task AddTagAsync(string id, string tag, CancellationToken cancellationToken);

    /// <summary>A tag that is not there counts as removed.</summary>
    /// <exception cref="ProviderException">Validation, with nothing sent, for our marks.</exception>
    Task RemoveTagAsync(string id, string tag, CancellationToken cancellationToken);
}
