using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SkyPanel.Core.Data.Failpoints;
using SkyPanel.Core.Instances;
using SkyPanel.Core.Instances.Actions;
using SkyPanel.Core.Operations;
using SkyPanel.Core.Providers;
using SkyPanel.Tests.Support;

namespace SkyPanel.Tests.Core.Instances;

/// <summary>A panel whose worker stops for good in the middle of one operation, and another that goes on once the claim is over.</summary>
internal sealed class CrashBench : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HoldAt _hold;
    private Task _stopped = Task.CompletedTask;

    private CrashBench(HoldAt hold, CoreHost first, Shop shop) => (_hold, First, Shop) = (hold, first, shop);

    public CoreHost First { get; }

    public Shop Shop { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<CrashBench> StartAsync(string engine, string point)
    {
        var hold = new HoldAt(point);
        var first = await CoreHost.StartAsync(x => x.AddSingleton<IFailpoints>(hold), engine: engine);

        // As an HTTP client does: what is cancelled before it is sent is not sent.
        first.Cloud.Hold = (_, cancellationToken) =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Task.CompletedTask;
        };
        return new CrashBench(hold, first, await Shop.OpenAsync(first));
    }

    /// <summary>Asks for it, and works until the worker stops.</summary>
    public async Task BreakOffAsync(OperationKind kind)
    {
        await RequestAsync(kind);
        while (!_hold.Reached.IsCompleted)
        {
            _stopped = First.StepAsync();
            await Task.WhenAny(_stopped, _hold.Reached).WaitAsync(Patience, Token);
            if (!_hold.Reached.IsCompleted)
            {
                var next = await First.Get<OperationClaims>().NextDueAsync(Token);
                Assert.NotNull(next);
                First.Time.Advance(next.Value - First.Time.GetUtcNow());
            }
        }
    }

    /// <summary>Another process, after the claim of the first is over, works until nothing is left to do.</summary>
    public async Task GoOnElsewhereAsync()
    {
        await using var second = CoreHost.Beside(First);
        Assert.Equal(0, await second.StepAsync());
        second.Time.Advance(new OperationOptions().Lease + TimeSpan.FromSeconds(1));
        await second.DriveAsync(TimeSpan.FromMinutes(2));
        Shop.PowerOn();
        await second.DriveAsync();
    }

    /// <summary>The first wakes up again where it stopped.</summary>
    /// <param name="noticing">Whether its clock tells it first that its claim is over, as a timer would.</param>
    public async Task ComeBackAsync(bool noticing)
    {
        if (noticing)
        {
            First.Time.Advance(new OperationOptions().Lease);
            await _hold.Cancelled.WaitAsync(Patience, Token);
        }

        _hold.LetGo();
        await _stopped.WaitAsync(Patience, Token);
    }

    /// <summary>All that stands in the database of the instance and its operations, and at the cloud.</summary>
    public async Task<string> SnapshotAsync()
    {
        await using var db = First.OpenDb();
        var instances = await db.Set<VpsInstance>().AsNoTracking().OrderBy(x => x.Id).ToListAsync(Token);
        var operations = await db.Set<Operation>().AsNoTracking().Include(x => x.Stages).OrderBy(x => x.Id).ToListAsync(Token);
        var secrets = await db.Set<SkyPanel.Core.Operations.Secrets.OperationSecret>().CountAsync(Token);
        return string.Join('\n', [
            .. instances.Select(x => $"{x.Id} {x.Status} {x.ProviderInstanceId} {x.Ipv4} {x.DeletedAt} {x.LastSeenAt}"),
            .. operations.Select(x => $"{x.Id} {x.Kind} {x.State} {x.Fence} {x.ClaimedBy} {x.DueAt} {x.Attempts} {x.Checks} {x.FinishedAt} {x.Stages.Count}"),
            .. First.Cloud.Instances.Select(x => x.ToString()),
            $"{secrets} secrets"]);
    }

    public async ValueTask DisposeAsync()
    {
        _hold.LetGo();
        await _stopped.WaitAsync(Patience, CancellationToken.None);
        await First.DisposeAsync();
    }

    private async Task RequestAsync(OperationKind kind)
    {
        if (kind == OperationKind.Create)
        {
            await Shop.BuyAsync(Shop.Request());
            return;
        }

        var instance = await Shop.BuyRunningAsync();
        var actions = First.Get<InstanceActionService>();
        var outcome = kind switch
        {
            OperationKind.Boot => await BootStoppedAsync(actions, instance),
            OperationKind.ShutDown => await actions.ShutDownAsync(Shop.Customer, instance.Id, Guid.NewGuid(), Token),
            OperationKind.Reboot => await actions.RebootAsync(Shop.Customer, instance.Id, Guid.NewGuid(), Token),
            _ => await actions.DeleteAsync(Shop.Customer, instance.Id, Guid.NewGuid(), instance.Name, Token),
        };
        Assert.IsType<ActionOutcome.Accepted>(outcome);
    }

    private Task<ActionOutcome> BootStoppedAsync(InstanceActionService actions, VpsInstance instance)
    {
        First.Cloud.Instances[0] = First.Cloud.Instances[0] with { Status = InstanceStatus.Stopped };
        return actions.BootAsync(Shop.Customer, instance.Id, Guid.NewGuid(), Token);
    }
}
