namespace SkyPanel.Core.Providers;

/// <summary>Marks an interface for something that only some providers can do.</summary>
public interface IProviderCapability;
