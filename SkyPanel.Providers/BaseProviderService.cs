using SkyPanel.Core.Providers;
using SkyPanel.Providers.Http;

namespace SkyPanel.Providers;

/// <summary>What all adapters do alike; everything that differs is theirs.</summary>
internal abstract class BaseProviderService(ProviderHttpClient client, IReadOnlyList<IProviderCapability> capabilities) : IProviderService
{
    protected enum PowerAction
    {
        Boot,
        ShutDown,
        Reboot,
    }

    public abstract ProviderDescriptor Descriptor { get; }

    protected ProviderHttpClient Client { get; } = client;

    public abstract Task<ProviderAccountInfo> ValidateCredentialsAsync(CancellationToken cancellationToken);

    public abstract Task<IReadOnlyList<ProviderPlan>> ListPlansAsync(CancellationToken cancellationToken);

    public abstract Task<IReadOnlyList<ProviderImage>> ListImagesAsync(CancellationToken cancellationToken);

    public abstract Task<IReadOnlyList<ProviderRegion>> ListRegionsAsync(CancellationToken cancellationToken);

    public abstract Task<ProviderInstance> CreateInstanceAsync(ProviderInstanceSpec spec, CancellationToken cancellationToken);

    public abstract Task<MarkLookup> FindByMarkAsync(MarkQuery query, CancellationToken cancellationToken);

    public abstract Task<ProviderInstance?> GetInstanceAsync(string id, CancellationToken cancellationToken);

    public abstract Task<IReadOnlyList<ProviderInstance>> ListInstancesAsync(CancellationToken cancellationToken);

    public Task BootAsync(string id, CancellationToken cancellationToken) => ActAsync(id, PowerAction.Boot, cancellationToken);

    public Task ShutDownAsync(string id, CancellationToken cancellationToken) => ActAsync(id, PowerAction.ShutDown, cancellationToken);

    public Task RebootAsync(string id, CancellationToken cancellationToken) => ActAsync(id, PowerAction.Reboot, cancellationToken);

    public Task DeleteInstanceAsync(string id, CancellationToken cancellationToken)
        => Client.DeleteAsync(InstancePath(InstanceId.Require(id)), cancellationToken);

    public TCapability? Capability<TCapability>()
        where TCapability : class, IProviderCapability
        => capabilities.OfType<TCapability>().FirstOrDefault();

    /// <summary>Without a way in, a vendor refuses the machine or mails a password to the account's owner.</summary>
    protected static void RequireWayIn(ProviderInstanceSpec spec)
    {
        if (spec.AuthorizedKeys.Count == 0 && string.IsNullOrEmpty(spec.RootPassword))
        {
            throw ErrorNormalizer.Refuse(ProviderErrorCode.Validation, "Neither a key nor a password was given", Fields.Keys);
        }
    }

    protected abstract string InstancePath(string id);

    /// <summary>The request that asks for a change of power.</summary>
    protected abstract ProviderRequest PowerRequest(string id, PowerAction action);

    private Task ActAsync(string id, PowerAction action, CancellationToken cancellationToken)
        => Client.ActAsync(PowerRequest(InstanceId.Require(id), action), cancellationToken);
}
