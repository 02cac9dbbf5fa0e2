namespace SkyPanel.Core.Providers;

/// <summary>A script to run at the first boot, with its answers; some of them are secrets, so <see cref="ToString"/> leaves all out.</summary>
/// <param name="Id">The provider's id of the script.</param>
/// <param name="Answers">By the field's name.</param>
public sealed record ProviderScriptChoice(string Id, IReadOnlyDictionary<string, string> Answers)
{
    public override string ToString() => $"script {Id} with {Answers.Count} answers";
}
