using System.Collections.Concurrent;
using SkyPanel.Core.Data;
using SkyPanel.Core.Providers;

namespace SkyPanel.Tests.Support;

/// <summary>A provider in memory: what it offers, which tokens it accepts, what was asked of it, and how it fails when told to.</summary>
internal sealed class FakeCloud
{
    private readonly ConcurrentQueue<FakeCall> _calls = new();

    public FakeCloud(string key, string seedVariable) => Descriptor = new ProviderDescriptor(
        new ProviderType(key),
        DisplayName: $"The {key} cloud",
        Mark: key[..2].ToUpperInvariant(),
        TokenSeedVariable: seedVariable,
        TokenHelp: "Ask the cloud.",
        CatalogueAliases: new Dictionary<string, string>(StringComparer.Ordinal),
        Capabilities: new HashSet<Type>(),
        MarkIsUnique: true);

    public ProviderDescriptor Descriptor { get; }

    public ProviderType Type => Descriptor.Type;

    public List<ProviderPlan> Plans { get; set; } = [Plan("small"), Plan("large", monthly: 20m, hourly: 0.03m)];

    public List<ProviderImage> Images { get; set; } = [Image("debian-12", "Debian 12", "Debian")];

    public List<ProviderRegion> Regions { get; set; } = [Region("north", "Oslo"), Region("south", "Rome")];

    public List<ProviderInstance> Instances { get; } = [];

    /// <summary>Asked before every call; what it gives is thrown.</summary>
    public Func<FakeCall, ProviderError?> FailWith { get; set; } = _ => null;

    /// <summary>Awaited inside every call, after it was counted: a test may hold the world here.</summary>
    public Func<FakeCall, CancellationToken, Task> Hold { get; set; } = (_, _) => Task.CompletedTask;

    public IReadOnlyCollection<FakeCall> Calls => _calls;

    public static ProviderError Down { get; } = new(ProviderErrorCode.Unavailable, "Not now.", "503 from the cloud", Retryable: true);

    public static ProviderError BadToken { get; } = new(ProviderErrorCode.InvalidCredentials, "Not now.", "401 Invalid Token", Retryable: false);

    public static ProviderPlan Plan(string id, decimal monthly = 5m, decimal hourly = 0.0075m, string currency = "USD") => new(
        id, id, PlanClass.Shared, Vcpus: 1, MemoryMib: 1024, DiskGib: 25, TransferGb: 1000, Cost(monthly, hourly, currency), new Dictionary<string, ProviderCost>(StringComparer.Ordinal), RegionIds: null);

    public static ProviderCost Cost(decimal monthly, decimal hourly, string currency = "USD") =>
        new(currency, Money.FromDecimal(hourly), Money.FromDecimal(monthly));

    public static ProviderImage Image(string id, string name, string distribution, int minDiskGib = 10, params string[] regions) =>
        new(id, name, distribution, minDiskGib, regions.Length == 0 ? null : regions.ToHashSet(StringComparer.Ordinal), SupportsUserData: true);

    public static ProviderRegion Region(string id, string city, bool available = true) => new(id, city, "xx", Continent.Europe, available);

    public int CountOf(string method) => _calls.Count(x => string.Equals(x.Method, method, StringComparison.Ordinal));

    public async Task EnterAsync(FakeCall call, CancellationToken cancellationToken)
    {
        _calls.Enqueue(call);
        await Hold(call, cancellationToken);
        if (FailWith(call) is { } error)
        {
            throw new ProviderException(error);
        }
    }
}

/// <summary>One call that reached a fake cloud.</summary>
internal sealed record FakeCall(string Method, ProviderConnection Connection);
