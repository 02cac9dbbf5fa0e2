using System.Runtime.CompilerServices;
using SkyPanel.Core.Providers;

namespace SkyPanel.Tests.Support;

/// <summary>An adapter to a <see cref="FakeCloud"/>.</summary>
internal sealed class FakeProvider(FakeCloud cloud, ProviderConnection connection, TimeProvider time) : IProviderService
{
    public ProviderDescriptor Descriptor => cloud.Descriptor;

    public Task<ProviderAccountInfo> ValidateCredentialsAsync(CancellationToken cancellationToken) =>
        AskAsync(() => new ProviderAccountInfo($"owner@{cloud.Type}.test", InstanceLimit: null, Warning: null), cancellationToken);

    public Task<IReadOnlyList<ProviderPlan>> ListPlansAsync(CancellationToken cancellationToken) =>
        AskAsync<IReadOnlyList<ProviderPlan>>(() => [.. cloud.Plans], cancellationToken);

    public Task<IReadOnlyList<ProviderImage>> ListImagesAsync(CancellationToken cancellationToken) =>
        AskAsync<IReadOnlyList<ProviderImage>>(() => [.. cloud.Images], cancellationToken);

    public Task<IReadOnlyList<ProviderRegion>> ListRegionsAsync(CancellationToken cancellationToken) =>
        AskAsync<IReadOnlyList<ProviderRegion>>(() => [.. cloud.Regions], cancellationToken);

    public Task<ProviderInstance> CreateInstanceAsync(ProviderInstanceSpec spec, CancellationToken cancellationToken) => AskAsync(
        () =>
        {
            var instance = new ProviderInstance(
                $"i-{cloud.Instances.Count + 1}", spec.Name, spec.Mark, InstanceStatus.Provisioning, spec.PlanId, spec.RegionId, spec.ImageId, [], time.GetUtcNow());
            cloud.Instances.Add(instance);
            return instance;
        },
        cancellationToken);

    public Task<MarkLookup> FindByMarkAsync(MarkQuery query, CancellationToken cancellationToken) => AskAsync(
        () => new MarkLookup([.. cloud.Instances.Where(x => string.Equals(x.Mark, query.Mark, StringComparison.Ordinal))], []), cancellationToken);

    public Task<ProviderInstance?> GetInstanceAsync(string id, CancellationToken cancellationToken) =>
        AskAsync(() => cloud.Instances.Find(x => string.Equals(x.Id, id, StringComparison.Ordinal)), cancellationToken);

    public Task<IReadOnlyList<ProviderInstance>> ListInstancesAsync(CancellationToken cancellationToken) =>
        AskAsync<IReadOnlyList<ProviderInstance>>(() => [.. cloud.Instances], cancellationToken);

    public Task BootAsync(string id, CancellationToken cancellationToken) => BecomeAsync(id, InstanceStatus.Running, cancellationToken);

    public Task ShutDownAsync(string id, CancellationToken cancellationToken) => BecomeAsync(id, InstanceStatus.Stopped, cancellationToken);

    public Task RebootAsync(string id, CancellationToken cancellationToken) => BecomeAsync(id, InstanceStatus.Running, cancellationToken);

    public Task DeleteInstanceAsync(string id, CancellationToken cancellationToken) =>
        AskAsync(() => cloud.Instances.RemoveAll(x => string.Equals(x.Id, id, StringComparison.Ordinal)), cancellationToken);

    public TCapability? Capability<TCapability>()
        where TCapability : class, IProviderCapability => null;

    private Task BecomeAsync(string id, InstanceStatus status, CancellationToken cancellationToken, [CallerMemberName] string method = "") => AskAsync(
        () =>
        {
            var index = cloud.Instances.FindIndex(x => string.Equals(x.Id, id, StringComparison.Ordinal));
            return cloud.Instances[index] = cloud.Instances[index] with { Status = status };
        },
        cancellationToken,
        method);

    private async Task<T> AskAsync<T>(Func<T> answer, CancellationToken cancellationToken, [CallerMemberName] string method = "")
    {
        await cloud.EnterAsync(new FakeCall(method, connection), cancellationToken);
        lock (cloud.Instances)
        {
            return answer();
        }
    }
}

/// <summary>Adapters to fake clouds, in the order given.</summary>
internal sealed class FakeProviderFactory(TimeProvider time, params FakeCloud[] clouds) : IProviderFactory
{
    public IReadOnlyList<ProviderDescriptor> Descriptors { get; } = [.. clouds.Select(x => x.Descriptor)];

    public ProviderDescriptor? Describe(ProviderType type) => Descriptors.FirstOrDefault(x => x.Type == type);

    public IProviderService Create(ProviderConnection connection) => clouds.FirstOrDefault(x => x.Type == connection.Type) is { } cloud
        ? new FakeProvider(cloud, connection, time)
        : throw new ProviderException(new ProviderError(ProviderErrorCode.ProviderNotFound, "Unknown.", "No adapter.", Retryable: false));
}
