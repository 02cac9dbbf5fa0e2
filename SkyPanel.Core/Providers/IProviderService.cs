namespace SkyPanel.Core.Providers;

/// <summary>
/// What every provider can do, spoken for one account. What only some can do is an <see cref="IProviderCapability"/>.
/// Every call has a time budget of its own and throws nothing but <see cref="ProviderException"/> (and
/// <see cref="OperationCanceledException"/> when the caller cancels). Reads are retried; a create is sent once.
/// </summary>
public interface IProviderService
{
    ProviderDescriptor Descriptor { get; }

    /// <summary>Asks the provider whether the token is good for managing machines, without changing anything.</summary>
    /// <exception cref="ProviderException">InvalidCredentials or InsufficientScope when it is not.</exception>
    Task<ProviderAccountInfo> ValidateCredentialsAsync(CancellationToken cancellationToken);

    /// <summary>Every machine size the account may see, priced; deprecated ones left out.</summary>
    Task<IReadOnlyList<ProviderPlan>> ListPlansAsync(CancellationToken cancellationToken);

    /// <summary>Every public operating system image that is still offered.</summary>
    Task<IReadOnlyList<ProviderImage>> ListImagesAsync(CancellationToken cancellationToken);

    Task<IReadOnlyList<ProviderRegion>> ListRegionsAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Asks for one machine and answers as soon as the provider has named it, long before it runs. The request that creates is sent
    /// at most once, whatever happens. On failure <see cref="ProviderError.Outcome"/> says whether a machine may exist.
    /// </summary>
    Task<ProviderInstance> CreateInstanceAsync(ProviderInstanceSpec spec, CancellationToken cancellationToken);

    /// <summary>
    /// Looks for what a create may have made. The listing behind the answer is complete: if any page of it fails, the call throws.
    /// </summary>
    Task<MarkLookup> FindByMarkAsync(MarkQuery query, CancellationToken cancellationToken);

    /// <summary>One machine, or null when the provider says that it has none of that id.</summary>
    Task<ProviderInstance?> GetInstanceAsync(string id, CancellationToken cancellationToken);

    /// <summary>All machines of the account, in as few calls as the provider's largest page allows.</summary>
    Task<IReadOnlyList<ProviderInstance>> ListInstancesAsync(CancellationToken cancellationToken);

    /// <summary>Asks to start it. Returns when the provider accepted, not when it runs.</summary>
    Task BootAsync(string id, CancellationToken cancellationToken);

    /// <summary>Asks its operating system to stop. Returns when the provider accepted; the machine may ignore it.</summary>
    Task ShutDownAsync(string id, CancellationToken cancellationToken);

    /// <summary>Asks to restart it. Returns when the provider accepted.</summary>
    Task RebootAsync(string id, CancellationToken cancellationToken);

    /// <summary>Deletes the machine with its disks. A machine that is already gone counts as deleted.</summary>
    Task DeleteInstanceAsync(string id, CancellationToken cancellationToken);

    /// <summary>The capability, or null where this provider lacks it. Ask here, not with <c>is</c>: a decorator would hide it.</summary>
    TCapability? Capability<TCapability>()
        where TCapability : class, IProviderCapability;
}
