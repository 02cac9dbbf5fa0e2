namespace SkyPanel.Core.Providers;

/// <summary>Finds the adapter for a provider. Filled by registration; a new provider adds one line there and none here.</summary>
public interface IProviderFactory
{
    /// <summary>Every provider that has an adapter, in registration order.</summary>
    IReadOnlyList<ProviderDescriptor> Descriptors { get; }

    /// <summary>The descriptor of a provider, or null when no adapter is registered under that key.</summary>
    ProviderDescriptor? Describe(ProviderType type);

    /// <summary>An adapter that speaks for one account. Cheap; makes no call.</summary>
    /// <exception cref="ProviderException"><see cref="ProviderErrorCode.ProviderNotFound"/> when there is no such adapter.</exception>
    IProviderService Create(ProviderConnection connection);
}
