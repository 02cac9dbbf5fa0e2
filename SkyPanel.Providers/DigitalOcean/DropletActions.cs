using SkyPanel.Core.Providers.Capabilities;
using SkyPanel.Providers.Http;

namespace SkyPanel.Providers.DigitalOcean;

/// <summary>What can be done to a machine that only this vendor offers.</summary>
internal sealed class DropletActions(ProviderHttpClient client) : IHardPower, IRenaming
{
    public static ProviderRequest Request(string id, ActionRequest action)
        => new(HttpMethod.Post, $"{DigitalOceanProviderService.Droplets}/{InstanceId.Require(id)}/actions", action);

    public Task PowerOffAsync(string id, CancellationToken cancellationToken)
        => client.ActAsync(Request(id, new ActionRequest("power_off")), cancellationToken);

    public Task PowerCycleAsync(string id, CancellationToken cancellationToken)
        => client.ActAsync(Request(id, new ActionRequest("power_cycle")), cancellationToken);

    public Task RenameAsync(string id, string name, CancellationToken cancellationToken)
        => client.SendAsync(Request(id, new ActionRequest("rename", name)), cancellationToken);
}
