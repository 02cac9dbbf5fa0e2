namespace SkyPanel.Core.Providers.Capabilities;

/// <summary>Scripts kept at the provider that run at a machine's first boot, with questions to answer beforehand.</summary>
public interface IStackScriptCatalog : IProviderCapability
{
    /// <summary>Those of the account, public or not.</summary>
    Task<IReadOnlyList<ProviderScript>> ListOwnScriptsAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Public ones of anybody whose name holds the text. They were checked by nobody and run as root.
    /// </summary>
    /// <param name="text">At least three letters.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<IReadOnlyList<ProviderScript>> SearchPublicScriptsAsync(string text, CancellationToken cancellationToken);

    /// <summary>One script, or null when there is none of that id, or none that the account may see.</summary>
    Task<ProviderScript?> FindScriptAsync(string id, CancellationToken cancellationToken);
}

/// <summary>A script with its questions.</summary>
/// <param name="Id">The provider's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it does, in its author's words.</param>
/// <param name="Author">The author's user name at the provider.</param>
/// <param name="IsOwn">Whether it belongs to the account.</param>
/// <param name="ImageIds">Images that it runs on, or null for any.</param>
/// <param name="Fields">What it asks, in its order.</param>
public sealed record ProviderScript(
    string Id, string Name, string Description, string Author, bool IsOwn, IReadOnlySet<string>? ImageIds, IReadOnlyList<ProviderScriptField> Fields)
{
    public bool RunsOn(string imageId) => ImageIds?.Contains(imageId) ?? true;
}

/// <summary>One question of a script.</summary>
/// <param name="Name">The key of the answer.</param>
/// <param name="Label">The question as people read it.</param>
/// <param name="Choices">What may be answered, or empty for free text.</param>
/// <param name="Several">Whether more than one choice may be given, with commas between.</param>
/// <param name="Default">The answer when none is given; without one an answer is required.</param>
/// <param name="Example">How an answer may look.</param>
/// <param name="IsSecret">Asks for a password or the like: mask it, store it encrypted, never show it again.</param>
public sealed record ProviderScriptField(
    string Name, string Label, IReadOnlyList<string> Choices, bool Several, string? Default, string? Example, bool IsSecret)
{
    public bool IsRequired => Default is null;
}
