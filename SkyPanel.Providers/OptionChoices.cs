using System.Text;
using SkyPanel.Core.Providers;
using SkyPanel.Providers.Http;

namespace SkyPanel.Providers;

/// <summary>What was chosen of the options that an adapter publishes. Checked before anything is sent: a silently ignored choice is a broken promise.</summary>
internal sealed class OptionChoices
{
    private readonly IReadOnlyDictionary<string, string> _chosen;

    private OptionChoices(IReadOnlyDictionary<string, string> chosen) => _chosen = chosen;

    /// <exception cref="ProviderException">Validation with the option's key as field.</exception>
    public static OptionChoices Of(ProviderInstanceSpec spec, ProviderDescriptor descriptor)
    {
        foreach (var (key, value) in spec.Options)
        {
            if (descriptor.DeploymentOptions.FirstOrDefault(x => string.Equals(x.Key, key, StringComparison.Ordinal)) is not { } option || !Fits(option, value))
            {
                throw ErrorNormalizer.Refuse(ProviderErrorCode.Validation, $"The option '{key}' is not one of {descriptor.DisplayName}, or not with this value", key);
            }
        }

        return new OptionChoices(spec.Options);
    }

    public string? Value(string key) => _chosen.GetValueOrDefault(key);

    /// <summary>True or nothing: what is not chosen is not sent, so the vendor's own default stands.</summary>
    public bool? Switch(string key) => _chosen.ContainsKey(key) ? true : null;

    private static bool Fits(DeploymentOption option, string value) => option.Kind switch
    {
        DeploymentOptionKind.Switch => value is DeploymentOption.On,
        DeploymentOptionKind.Choice => option.Choices.Any(x => string.Equals(x.Value, value, StringComparison.Ordinal)),
        DeploymentOptionKind.Text => value.Length > 0 && Encoding.UTF8.GetByteCount(value) <= (option.MaxBytes ?? int.MaxValue),
        _ => value.Length > 0,
    };
}
