using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using SkyPanel.Core.Data.Failpoints;
using SkyPanel.Core.Instances.Create;
using SkyPanel.Core.Operations;
using SkyPanel.Core.Providers;
using SkyPanel.Tests.Support;
using SkyPanel.Tests.Support.Engines;

namespace SkyPanel.Tests.Core.Instances;

/// <summary>The panel dies at every named point of every operation, on every engine, and another process goes on.</summary>
public sealed partial class CrashTests
{
    private static readonly (OperationKind Kind, string Point)[] AtWork =
    [
        (OperationKind.Create, "create.before-submitted"),
        (OperationKind.Create, "create.submitted"),
        (OperationKind.Create, "create.answered"),
        (OperationKind.Create, "create.refused"),
        (OperationKind.Create, "create.recorded"),
        (OperationKind.Create, "create.step-done"),
        (OperationKind.Create, "create.before-search"),
        (OperationKind.Create, "create.searched"),
        (OperationKind.Boot, "power.submitted"),
        (OperationKind.Boot, "power.answered"),
        (OperationKind.ShutDown, "power.submitted"),
        (OperationKind.ShutDown, "power.answered"),
        (OperationKind.Reboot, "power.submitted"),
        (OperationKind.Reboot, "power.answered"),
        (OperationKind.Delete, "delete.submitted"),
        (OperationKind.Delete, "delete.answered"),
    ];

    private static readonly string[] AtTheDesk = ["intake.saved", "intake.committed"];

    public static TheoryData<string, OperationKind, string> Matrix => [.. from engine in TestEngine.Names from x in AtWork select (engine, x.Kind, x.Point)];

    /// <summary>Points after the last thing that a step does at the provider: from there on only the fence stands between a stale worker and the row.</summary>
    public static TheoryData<string, OperationKind, string> AfterTheEffect =>
        [.. from engine in TestEngine.Names from x in AtWork where x.Point.EndsWith(".answered", StringComparison.Ordinal) select (engine, x.Kind, x.Point)];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Matrix_HasEveryPointInTheSource()
    {
        var source = Directory.EnumerateFiles(Path.Combine(Repository.Root, "SkyPanel.Core"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(x => Point().Matches(File.ReadAllText(x)).Select(y => y.Groups["name"].Value))
            .Distinct(StringComparer.Ordinal);

        Assert.Equivalent(AtWork.Select(x => x.Point).Concat(AtTheDesk).Distinct(StringComparer.Ordinal), source, strict: true);
    }

    [Theory]
    [MemberData(nameof(Matrix))]
    public async Task Crash_AtAPoint_EndsAsAskedWithNothingMadeTwice(string engine, OperationKind kind, string point)
    {
        await using var bench = await CrashBench.StartAsync(engine, point);
        Provoke(bench.First.Cloud, point);

        await bench.BreakOffAsync(kind);
        await bench.GoOnElsewhereAsync();
        await AssertAsAskedAsync(bench, kind);
        var before = await bench.SnapshotAsync();
        await bench.ComeBackAsync(noticing: true);

        Assert.Equal(before, await bench.SnapshotAsync());
    }

    [Theory]
    [MemberData(nameof(AfterTheEffect))]
    public async Task ComeBack_WithoutNoticingThatTheClaimIsOver_WritesNothing(string engine, OperationKind kind, string point)
    {
        await using var bench = await CrashBench.StartAsync(engine, point);
        await bench.BreakOffAsync(kind);
        await bench.GoOnElsewhereAsync();
        var before = await bench.SnapshotAsync();

        await bench.ComeBackAsync(noticing: false);

        Assert.Equal(before, await bench.SnapshotAsync());
        Assert.Contains("was taken over by another worker", bench.First.Log.Text, StringComparison.Ordinal);
    }

    /// <summary>The claim was committed and nothing else happened.</summary>
    [Theory]
    [OnEachEngine]
    public async Task Crash_BetweenClaimAndStep_EndsAsAsked(string engine)
    {
        await using var bench = await CrashBench.StartAsync(engine, "none");
        await bench.Shop.BuyAsync(bench.Shop.Request());
        var claim = Assert.Single(await bench.First.Get<OperationClaims>().TakeAsync(1, Token));

        await bench.GoOnElsewhereAsync();
        await AssertAsAskedAsync(bench, OperationKind.Create);
        var before = await bench.SnapshotAsync();
        await bench.First.Get<OperationRunner>().RunAsync(claim, Token);

        Assert.Equal(before, await bench.SnapshotAsync());
    }

    [Theory]
    [OnEachEngine("intake.saved", false)]
    [OnEachEngine("intake.committed", true)]
    public async Task Crash_WhileTheRequestIsTaken_SentAgainIsOneMachine(string engine, string point, bool kept)
    {
        await using var host = await CoreHost.StartAsync(x => x.AddSingleton<IFailpoints>(new FaultAt(point)), engine: engine);
        var shop = await Shop.OpenAsync(host);
        var request = shop.Request();

        await Assert.ThrowsAsync<FaultAt.BrokenOffException>(() => shop.BuyAsync(request));
        Assert.Equal(kept, await shop.BuyAsync(request) is CreateInstanceOutcome.AlreadyRequested);
        await host.StepAsync();

        Assert.Single(host.Cloud.Instances);
    }

    [GeneratedRegex("""HitAsync\("(?<name>[^"]+)"\s*,""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Point();

    /// <summary>Some points are on no smooth way.</summary>
    private static void Provoke(FakeCloud cloud, string point)
    {
        var error = point switch
        {
            "create.refused" => new ProviderError(ProviderErrorCode.RateLimited, "Busy.", "429", Retryable: true),
            "create.before-search" or "create.searched" => new ProviderError(ProviderErrorCode.Timeout, "No answer.", "cut", Retryable: true, ProviderOutcome.Unknown),
            _ => null,
        };
        var left = 1;
        cloud.FailWith = x => x.Method is nameof(IProviderService.CreateInstanceAsync) && error is not null && Interlocked.Decrement(ref left) == 0 ? error : null;
    }

    private static async Task AssertAsAskedAsync(CrashBench bench, OperationKind kind)
    {
        var operation = await bench.Shop.OperationAsync(kind);
        var instance = await bench.Shop.InstanceAsync();
        var cloud = bench.First.Cloud;
        Assert.Null(operation.ActiveInstanceId);
        if (kind == OperationKind.Delete)
        {
            Assert.Empty(cloud.Instances);
            Assert.NotNull(instance.DeletedAt);
            return;
        }

        var wanted = kind == OperationKind.ShutDown ? InstanceStatus.Stopped : InstanceStatus.Running;
        var machine = Assert.Single(cloud.Instances);
        Assert.Equal((machine.Id, wanted, wanted), (instance.ProviderInstanceId, machine.Status, instance.Status));

        // Whether a restart happened cannot be seen afterwards: it is said so, and not done twice.
        Assert.Equal(kind == OperationKind.Reboot ? OperationState.Failed : OperationState.Succeeded, operation.State);
        Assert.InRange(cloud.CountOf(nameof(IProviderService.RebootAsync)), 0, 1);
    }
}
