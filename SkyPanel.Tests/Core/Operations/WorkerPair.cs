using System.Collections.Concurrent;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SkyPanel.Core.Access;
using SkyPanel.Core.Data.Failpoints;
using SkyPanel.Core.Instances.Create;
using SkyPanel.Core.Operations;
using SkyPanel.Core.Providers;
using SkyPanel.Tests.Support;
using SkyPanel.Tests.Support.Engines;

namespace SkyPanel.Tests.Core.Operations;

/// <summary>Two processes' workers, as far as one PostgreSQL database can tell, in real time but brisk, with requests waiting for them.</summary>
internal sealed class WorkerPair : IAsyncDisposable
{
    private const int MostOfOneCustomer = 100;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly Dictionary<string, string?> Brisk = new(StringComparer.Ordinal)
    {
        ["Operations:BusyPoll"] = "00:00:00.05",
        ["Operations:IdlePoll"] = "00:00:00.05",
        ["Operations:ConfirmPoll"] = "00:00:00.05",
        ["Operations:ReconcilePoll"] = "00:00:00.05",
        ["Operations:ResendGrace"] = "00:00:01",
        ["Operations:Lease"] = "00:00:02",
        ["Operations:LeaseRenewal"] = "00:00:00.5",
    };

    private readonly CoreHost _first;
    private readonly CoreHost _second;

    private WorkerPair(CoreHost first)
    {
        _first = first;
        _second = CoreHost.Beside(first, x => InRealTime(x, SecondsPasses), Brisk);
    }

    public Passes FirstsPasses { get; private init; } = new();

    public Passes SecondsPasses { get; } = new();

    public int Sent => _first.Cloud.CountOf(nameof(IProviderService.CreateInstanceAsync));

    public int Machines => _first.Cloud.Instances.Count;

    public int Marks => _first.Cloud.Instances.Select(x => x.Mark).Distinct(StringComparer.Ordinal).Count();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>With that many requests for machines, taken and not yet worked on.</summary>
    public static async Task<WorkerPair> StartAsync(int requests)
    {
        var passes = new Passes();
        var first = await CoreHost.StartAsync(x => InRealTime(x, passes), Brisk, TestEngine.PostgreSql);
        var shop = await Shop.OpenAsync(first);
        first.Cloud.Hold = (call, _) => Task.FromResult(call.Method is nameof(IProviderService.GetInstanceAsync) && PowerOn(shop));
        for (var taken = 0; taken < requests; taken += MostOfOneCustomer)
        {
            await BuyAsync(shop, await first.CustomerAsync(), Math.Min(MostOfOneCustomer, requests - taken));
        }

        return new WorkerPair(first) { FirstsPasses = passes };
    }

    /// <summary>Both work, something disturbs them, and then they have peace until nothing is left to do.</summary>
    public async Task WorkAsync(Func<Task> disturbAsync)
    {
        using var one = _first.Get<OperationWorker>();
        using var other = _second.Get<OperationWorker>();
        await Task.WhenAll(one.StartAsync(Token), other.StartAsync(Token));
        await disturbAsync();
        using var tooLong = CancellationTokenSource.CreateLinkedTokenSource(Token);
        tooLong.CancelAfter(Patience);
        while (await CountAsync(x => x.FinishedAt == null) > 0)
        {
            await Task.Delay(50, tooLong.Token);
        }

        await Task.WhenAll(one.StopAsync(Token), other.StopAsync(Token));
    }

    public async Task<int> CountAsync(Expression<Func<Operation, bool>> which)
    {
        await using var db = _first.OpenDb();
        return await db.Set<Operation>().CountAsync(which, Token);
    }

    /// <summary>Every connection to the database ends, in the middle of whatever it was doing.</summary>
    public async Task CutConnectionsAsync()
    {
        await using var connection = new NpgsqlConnection(_first.Database.ConnectionString + ";Pooling=False");
        await connection.OpenAsync(Token);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";
        await command.ExecuteNonQueryAsync(Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _second.DisposeAsync();
        await _first.DisposeAsync();
    }

    private static void InRealTime(IServiceCollection services, Passes passes)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IFailpoints>(passes);
        services.AddSingleton<OperationWorker>();
    }

    private static bool PowerOn(Shop shop)
    {
        lock (shop.Host.Cloud.Instances)
        {
            shop.PowerOn();
        }

        return true;
    }

    private static async Task BuyAsync(Shop shop, Actor customer, int count)
    {
        for (var number = 0; number < count; number++)
        {
            var outcome = await shop.Host.Get<CreateInstanceService>().CreateAsync(customer, shop.Request($"web-{number}"), Token);
            Assert.IsType<CreateInstanceOutcome.Accepted>(outcome);
        }
    }

    /// <summary>Counts what passes each point.</summary>
    internal sealed class Passes : IFailpoints
    {
        private readonly ConcurrentDictionary<string, int> _counts = new(StringComparer.Ordinal);

        public int Of(string name) => _counts.GetValueOrDefault(name);

        public ValueTask HitAsync(string name, CancellationToken cancellationToken)
        {
            _counts.AddOrUpdate(name, 1, (_, x) => x + 1);
            return ValueTask.CompletedTask;
        }
    }
}
