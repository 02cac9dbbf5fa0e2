namespace SkyPanel.Core.Providers.Capabilities;

/// <summary>Cuts the power whatever the operating system thinks of it. What was not written to disk is lost.</summary>
public interface IHardPower : IProviderCapability
{
    /// <summary>Asks to switch it off at once. Returns when the provider accepted. One that is off already may be accepted too or be InvalidAction.</summary>
    Task PowerOffAsync(string id, CancellationToken cancellationToken);

    /// <summary>Asks to switch it off and on again. Returns when the provider accepted. Never sent twice.</summary>
    Task PowerCycleAsync(string id, CancellationToken cancellationToken);
}
