namespace SkyPanel.Core.Providers;

/// <summary>The stable, lower-case key of a cloud provider. It is a key only: what a provider is and can do stands in its <see cref="ProviderDescriptor"/>.</summary>
public readonly record struct ProviderType(string Value)
{
    public override string ToString() => Value;
}
