using Microsoft.Extensions.Time.Testing;
using SkyPanel.Core.Providers;
using SkyPanel.Providers.Http;
using SkyPanel.Providers.Http.Limits;

namespace SkyPanel.Tests.Providers.Http.Limits;

public sealed class AccountGateTests : IDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly FakeTimeProvider _time = new();
    private readonly ProviderHttpOptions _options = new() { ShareForPeople = 0.5 };
    private AccountGate? _gate;

    public void Dispose() => _gate?.Dispose();

    [Fact]
    public async Task Enter_LimitReached_WaitsForItsTurn()
    {
        Open(permits: 2);
        await PassAsync(ProviderPriority.Person);
        await PassAsync(ProviderPriority.Person);

        var third = Ask(ProviderPriority.Person, patience: 2 * Minute);
        _time.Advance(Minute - TimeSpan.FromSeconds(1));
        Assert.False(third.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));

        await third;
    }

    [Fact]
    public async Task Enter_SeveralWait_PeopleGoFirstThenCreatesThenTheRest()
    {
        Open(permits: 4);
        for (var i = 0; i < 4; i++)
        {
            await PassAsync(ProviderPriority.Person);
        }

        var background = Ask(ProviderPriority.Background, 3 * Minute);
        var create = Ask(ProviderPriority.Create, 3 * Minute);
        var person = Ask(ProviderPriority.Person, 3 * Minute);
        _time.Advance(Minute);
        await Task.WhenAll(person, create);

        // Two of four are left for people while these two are under way.
        Assert.False(background.IsCompleted);
        _gate!.Leave(await person, sent: false, null);
        await background;
    }

    [Fact]
    public async Task Enter_Background_LeavesAShareOfTheLimit()
    {
        Open(permits: 10);
        for (var i = 0; i < 5; i++)
        {
            await PassAsync(ProviderPriority.Background);
        }

        var sixth = Ask(ProviderPriority.Background, 3 * Minute);

        Assert.False(sixth.IsCompleted);
        await PassAsync(ProviderPriority.Create);
        await PassAsync(ProviderPriority.Person);
    }

    [Fact]
    public async Task Enter_Background_LeavesAShareOfThePlaces()
    {
        _options.MaxConcurrentCalls = 4;
        Open(permits: 100);
        var first = Ask(ProviderPriority.Background);
        await Task.WhenAll(first, Ask(ProviderPriority.Background));

        var third = Ask(ProviderPriority.Background);

        Assert.False(third.IsCompleted);
        await Task.WhenAll(Ask(ProviderPriority.Person), Ask(ProviderPriority.Person));
    }

    [Fact]
    public async Task Enter_TurnAfterTheDeadline_FailsAtOnceAndSaysWhen()
    {
        Open(permits: 1);
        await PassAsync(ProviderPriority.Person);
        _time.Advance(TimeSpan.FromSeconds(15));

        var refused = await Assert.ThrowsAsync<GateRefusedException>(() => Ask(ProviderPriority.Person, TimeSpan.FromSeconds(30)));

        Assert.Equal(TimeSpan.FromSeconds(45), refused.Wait);
        Assert.Contains("'test'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Enter_OthersWaitBefore_CountsThemIn()
    {
        Open(permits: 1);
        await PassAsync(ProviderPriority.Person);
        _time.Advance(TimeSpan.FromSeconds(50));
        var next = Ask(ProviderPriority.Person, TimeSpan.FromSeconds(30));

        await Assert.ThrowsAsync<GateRefusedException>(() => Ask(ProviderPriority.Person, TimeSpan.FromSeconds(30)));

        _time.Advance(TimeSpan.FromSeconds(10));
        await next;
    }

    [Fact]
    public async Task Enter_QueueFull_RefusesTheLeastUrgent()
    {
        (_options.MaxConcurrentCalls, _options.MaxQueuedCalls) = (1, 1);
        Open(permits: 100);
        var holds = await Ask(ProviderPriority.Person);
        var background = Ask(ProviderPriority.Background);

        var person = Ask(ProviderPriority.Person);
        await Assert.ThrowsAsync<GateRefusedException>(() => background);
        await Assert.ThrowsAsync<GateRefusedException>(() => Ask(ProviderPriority.Person));

        _gate!.Leave(holds, sent: true, null);
        await person;
    }

    [Fact]
    public async Task Enter_CallerGivesUp_LeavesTheQueue()
    {
        _options.MaxConcurrentCalls = 1;
        Open(permits: 100);
        await Ask(ProviderPriority.Person);
        using var gone = new CancellationTokenSource();
        var waiting = Ask(ProviderPriority.Person, gone: gone);

        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal((0, 1), (_gate!.Standing().Queued, _gate.Standing().InFlight));
    }

    [Fact]
    public async Task Enter_AnotherOperationIsFull_DoesNotWait()
    {
        Open(permits: 1, RateScope.Operation);
        await Ask(ProviderPriority.Person, path: "images");
        var blocked = Ask(ProviderPriority.Person, 3 * Minute, path: "images");

        await Ask(ProviderPriority.Person, path: "regions");
        await Ask(ProviderPriority.Person, path: "linode/instances/7");

        Assert.False(blocked.IsCompleted);
        Assert.Equal(["test: GET images", "test: GET linode/instances/{id}", "test: GET regions"], _gate!.Standing().Room.Select(x => x.Name).Order(StringComparer.Ordinal));
    }

    private void Open(int permits, RateScope scope = RateScope.Account)
        => _gate = new AccountGate(_options, [new RateRule("test", permits, Minute, scope, RateHeaderMeaning.None, _ => true)], _time);

    /// <summary>A turn that never comes fails the test instead of hanging it.</summary>
    private Task<GateWaiter> Ask(ProviderPriority priority, TimeSpan? patience = null, string path = "x", CancellationTokenSource? gone = null)
        => _gate!.EnterAsync(new CallState(new ProviderRequest(HttpMethod.Get, path), priority, _time.GetUtcNow() + (patience ?? Minute)), gone?.Token ?? ProviderBench.Cancellation)
            .WaitAsync(TimeSpan.FromSeconds(20), ProviderBench.Cancellation);

    private async Task PassAsync(ProviderPriority priority) => _gate!.Leave(await Ask(priority), sent: true, null);
}
