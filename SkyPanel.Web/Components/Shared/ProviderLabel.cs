using SkyPanel.Core.Providers;

namespace SkyPanel.Web.Components.Shared;

/// <summary>How a provider is called.</summary>
/// <param name="Type">Its key.</param>
/// <param name="Name">The vendor's name as people write it.</param>
/// <param name="Mark">Two or three letters.</param>
public sealed record ProviderLabel(ProviderType Type, string Name, string Mark);
