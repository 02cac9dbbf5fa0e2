namespace SkyPanel.Core.Providers.Capabilities;

/// <summary>Gives a machine another name at its provider. Only where that name is the customer's and not our mark.</summary>
public interface IRenaming : IProviderCapability
{
    /// <summary>Returns when the provider accepted. The host name inside the machine stays; reverse DNS may follow the name.</summary>
    /// <param name="id">The provider's id of the machine.</param>
    /// <param name="name">RFC 1123, at most 63 characters.</param>
    /// <param name="cancellationToken">Ends the wait, perhaps not the change.</param>
    Task RenameAsync(string id, string name, CancellationToken cancellationToken);
}
