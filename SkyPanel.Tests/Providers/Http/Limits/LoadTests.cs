using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Microsoft.Extensions.Time.Testing;
using SkyPanel.Core.Providers;

namespace SkyPanel.Tests.Providers.Http.Limits;

/// <summary>Ten simulated minutes of a busy panel at one account, against a vendor that enforces its limits.</summary>
public sealed class LoadTests
{
    private const int Users = 100;
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Duration = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task TenMinutes_HundredUsers_NeverExceedsTheVendorsLimitsAndServesPeopleFirst()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 9, 1, 12, 0, 0, TimeSpan.Zero));
        var vendor = new StrictVendor(time, (250, TimeSpan.FromMinutes(1)), (5000, TimeSpan.FromHours(1)));
        using var wire = new WireStub(vendor.AnswerAsync);
        await using var bench = new ProviderBench(wire, time: time);
        var load = new Load(bench, time);

        for (var elapsed = TimeSpan.Zero; elapsed < Duration; elapsed += Step)
        {
            load.Begin(elapsed);
            await load.PassAsync(Step);
        }

        await load.DrainAsync(Step);

        TestContext.Current.TestOutputHelper!.WriteLine(
            $"upstream {vendor.Asked}, 429 {vendor.Refused}; people {load.Waits(ProviderPriority.Person).Count}, p99 {load.P99(ProviderPriority.Person)}, "
            + $"failed {load.Failed(ProviderPriority.Person)}; creates {load.Waits(ProviderPriority.Create).Count}, p99 {load.P99(ProviderPriority.Create)}; "
            + $"background {load.Waits(ProviderPriority.Background).Count} of {load.Asked(ProviderPriority.Background)}");
        Assert.Equal(0, vendor.Refused);
        Assert.Equal(load.Asked(ProviderPriority.Person), load.Waits(ProviderPriority.Person).Count);
        Assert.Equal(load.Asked(ProviderPriority.Create), load.Waits(ProviderPriority.Create).Count);
        Assert.InRange(load.P99(ProviderPriority.Person), TimeSpan.Zero, TimeSpan.FromSeconds(2));
        Assert.InRange(load.Waits(ProviderPriority.Background).Count, 500, load.Asked(ProviderPriority.Background) - 1);
    }

    /// <summary>Refuses what exceeds its limits, as a vendor does, and says what is left of the larger one.</summary>
    private sealed class StrictVendor(FakeTimeProvider time, params (int Permits, TimeSpan Window)[] limits)
    {
        private readonly Lock _lock = new();
        private readonly Queue<DateTimeOffset>[] _counted = [.. limits.Select(_ => new Queue<DateTimeOffset>())];

        public int Asked { get; private set; }

        public int Refused { get; private set; }

        public async Task<HttpResponseMessage> AnswerAsync(Sent sent, CancellationToken cancellationToken)
        {
            var answer = Judge();
            await Task.Delay(TimeSpan.FromMilliseconds(200), time, cancellationToken);
            return answer;
        }

        private HttpResponseMessage Judge()
        {
            lock (_lock)
            {
                Asked++;
                var now = time.GetUtcNow();
                var full = false;
                foreach (var ((permits, window), counted) in limits.Zip(_counted))
                {
                    while (counted.TryPeek(out var oldest) && oldest + window <= now)
                    {
                        counted.Dequeue();
                    }

                    full |= counted.Count >= permits;
                    counted.Enqueue(now);
                }

                Refused += full ? 1 : 0;
                var (hour, calls) = (limits[^1], _counted[^1]);
                return WireStub.Answer(
                    full ? HttpStatusCode.TooManyRequests : HttpStatusCode.OK,
                    """{"droplet":{"id":7,"status":"active"}}""",
                    "application/json",
                    ("ratelimit-limit", Text(hour.Permits)),
                    ("ratelimit-remaining", Text(hour.Permits - calls.Count)),
                    ("ratelimit-reset", Text((calls.Peek() + hour.Window).ToUnixTimeSeconds())));
            }
        }

        private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Each user acts every two minutes, ten machines are ordered a minute, and the background wants twice what there is.</summary>
    private sealed class Load(ProviderBench bench, FakeTimeProvider time)
    {
        private readonly Guid _account = Guid.NewGuid();
        private readonly ConcurrentQueue<(ProviderPriority Priority, TimeSpan Took)> _done = new();
        private readonly ConcurrentQueue<ProviderPriority> _failed = new();
        private readonly ConcurrentQueue<ProviderPriority> _asked = new();
        private int _pending;

        public void Begin(TimeSpan elapsed)
        {
            var tick = (int)(elapsed / Step);
            Start(ProviderPriority.Background, 2);
            Start(ProviderPriority.Person, tick % ((480 / Users) + 1) == 0 ? 1 : 0);
            Start(ProviderPriority.Create, tick % 24 == 0 ? 1 : 0);
        }

        public async Task PassAsync(TimeSpan step)
        {
            await SettleAsync();
            time.Advance(step);
            await SettleAsync();
        }

        public async Task DrainAsync(TimeSpan step)
        {
            for (var steps = 0; Volatile.Read(ref _pending) > 0; steps++)
            {
                Assert.True(steps < 10_000, "Calls never end");
                await PassAsync(step);
            }
        }

        public List<TimeSpan> Waits(ProviderPriority priority) => [.. _done.Where(x => x.Priority == priority).Select(x => x.Took).Order()];

        public TimeSpan P99(ProviderPriority priority) => Waits(priority) is var waits ? waits[(int)(waits.Count * 0.99)] : default;

        public int Asked(ProviderPriority priority) => _asked.Count(x => x == priority);

        public int Failed(ProviderPriority priority) => _failed.Count(x => x == priority);

        /// <summary>Continuations run on the pool: give them the processor until nothing more happens.</summary>
        private static async Task SettleAsync()
        {
            for (var i = 0; i < 3; i++)
            {
                await Task.Yield();
            }

            while (ThreadPool.PendingWorkItemCount > 0)
            {
                await Task.Yield();
            }
        }

        private void Start(ProviderPriority priority, int count)
        {
            for (var i = 0; i < count; i++)
            {
                _asked.Enqueue(priority);
                Interlocked.Increment(ref _pending);
                _ = RunAsync(priority);
            }
        }

        private async Task RunAsync(ProviderPriority priority)
        {
            var began = time.GetUtcNow();
            try
            {
                await bench.For(ProviderBench.DigitalOcean, _account, priority: priority).GetInstanceAsync("7", ProviderBench.Cancellation);
                _done.Enqueue((priority, time.GetUtcNow() - began));
            }
            catch (ProviderException)
            {
                _failed.Enqueue(priority);
            }
            finally
            {
                Interlocked.Decrement(ref _pending);
            }
        }
    }
}
