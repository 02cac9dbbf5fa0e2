using System.Collections.Frozen;

namespace SkyPanel.Core.Providers;

/// <summary>One machine to ask for. Secrets in it never reach a log: <see cref="ToString"/> leaves them out.</summary>
/// <param name="Mark">What we write at the provider to find the machine again: <c>sp-</c> and 32 hex digits.</param>
/// <param name="Name">The customer's name for it; the host name, and the provider's name where that is not the mark. RFC 1123, at most 63 characters.</param>
/// <param name="PlanId">The provider's plan id.</param>
/// <param name="RegionId">The provider's region id.</param>
/// <param name="ImageId">The provider's image id, or that of an application.</param>
/// <param name="AuthorizedKeys">OpenSSH public keys, one line each; may be empty when there is a password.</param>
/// <param name="RootPassword">The password in clear, or null when keys are given.</param>
public sealed record ProviderInstanceSpec(
    string Mark,
    string Name,
    string PlanId,
    string RegionId,
    string ImageId,
    IReadOnlyList<string> AuthorizedKeys,
    string? RootPassword)
{
    /// <summary>Chosen values of the provider's <see cref="DeploymentOption"/>s by key. An unknown key is refused, not ignored.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>A script to run at the first boot, where the provider keeps scripts.</summary>
    public ProviderScriptChoice? Script { get; init; }

    public override string ToString() => $"{Mark} ({PlanId}, {RegionId}, {ImageId}, {AuthorizedKeys.Count} keys)";
}
