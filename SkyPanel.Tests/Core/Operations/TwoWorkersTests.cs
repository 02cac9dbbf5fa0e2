using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SkyPanel.Core.Access;
using SkyPanel.Core.Data.Failpoints;
using SkyPanel.Core.Instances.Create;
using SkyPanel.Core.Operations;
using SkyPanel.Core.Providers;
using SkyPanel.Tests.Support;
using SkyPanel.Tests.Support.Engines;

namespace SkyPanel.Tests.Core.Operations;

/// <summary>Two processes' workers, as far as the database can tell, in real time.</summary>
public sealed class TwoWorkersTests
{
    private const int EachCustomer = 100;

    private static readonly Dictionary<string, string?> Brisk = new(StringComparer.Ordinal)
    {
        ["Operations:BusyPoll"] = "00:00:00.05",
        ["Operations:IdlePoll"] = "00:00:00.05",
        ["Operations:ConfirmPoll"] = "00:00:00.05",
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Workers_TwoOnOneDatabase_SendEachCreateOnceAndShareTheWork()
    {
        var (sentByFirst, sentBySecond) = (new Passes(), new Passes());
        await using var first = await CoreHost.StartAsync(x => InRealTime(x, sentByFirst), Brisk, TestEngine.PostgreSql);
        await using var second = CoreHost.Beside(first, x => InRealTime(x, sentBySecond), Brisk);
        var shop = await Shop.OpenAsync(first);
        first.Cloud.Hold = (call, _) => Task.FromResult(call.Method is nameof(IProviderService.GetInstanceAsync) && PowerOn(shop));
        await BuyAsync(shop, shop.Customer, await first.CustomerAsync());

        using var one = first.Get<OperationWorker>();
        using var other = second.Get<OperationWorker>();
        await Task.WhenAll(one.StartAsync(Token), other.StartAsync(Token));
        await AllFinishedAsync(first);
        await Task.WhenAll(one.StopAsync(Token), other.StopAsync(Token));

        const int All = 2 * EachCustomer;
        Assert.Equal(All, first.Cloud.CountOf(nameof(IProviderService.CreateInstanceAsync)));
        Assert.Equal(All, first.Cloud.Instances.Select(x => x.Mark).Distinct(StringComparer.Ordinal).Count());
        await using var db = first.OpenDb();
        Assert.Equal(All, await db.Set<Operation>().CountAsync(x => x.State == OperationState.Succeeded && x.Attempts == 1, Token));
        Assert.Equal(All, sentByFirst.Of("create.answered") + sentBySecond.Of("create.answered"));
        Assert.InRange(sentByFirst.Of("create.answered"), 1, All - 1);
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

    private static async Task BuyAsync(Shop shop, params Actor[] customers)
    {
        foreach (var customer in customers)
        {
            for (var number = 0; number < EachCustomer; number++)
            {
                var outcome = await shop.Host.Get<CreateInstanceService>().CreateAsync(customer, shop.Request($"web-{number}"), Token);
                Assert.IsType<CreateInstanceOutcome.Accepted>(outcome);
            }
        }
    }

    private static async Task AllFinishedAsync(CoreHost host)
    {
        using var tooLong = CancellationTokenSource.CreateLinkedTokenSource(Token);
        tooLong.CancelAfter(TimeSpan.FromMinutes(2));
        await using var db = host.OpenDb();
        while (await db.Set<Operation>().AnyAsync(x => x.FinishedAt == null, tooLong.Token))
        {
            await Task.Delay(50, tooLong.Token);
        }
    }

    /// <summary>Counts what passes each point.</summary>
    private sealed class Passes : IFailpoints
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
