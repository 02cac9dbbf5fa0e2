namespace SkyPanel.Core.Providers;

/// <summary>The one exception that crosses from adapter to service.</summary>
/// <remarks>It carries no inner exception: those hold request objects, and with them tokens.</remarks>
public sealed class ProviderException(ProviderError error)
    : Exception($"{error.Code}: {error.AdminText}")
{
    public ProviderError Error { get; } = error;
}
