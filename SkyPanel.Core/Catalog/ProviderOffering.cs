using SkyPanel.Core.Data;
using SkyPanel.Core.Providers;

namespace SkyPanel.Core.Catalog;

/// <summary>A provider that customers may pick.</summary>
/// <param name="Type">Its key.</param>
/// <param name="DisplayName">The vendor's name as people write it.</param>
/// <param name="Mark">Two or three letters.</param>
/// <param name="Capabilities">The <see cref="IProviderCapability"/> interfaces that it offers.</param>
/// <param name="FromMonthly">The lowest monthly price among the plans sold.</param>
/// <param name="Currency">ISO 4217.</param>
public sealed record ProviderOffering(
    ProviderType Type, string DisplayName, string Mark, IReadOnlySet<Type> Capabilities, Money FromMonthly, string Currency);
