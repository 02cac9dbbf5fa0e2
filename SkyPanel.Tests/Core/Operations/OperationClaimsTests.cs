using Microsoft.EntityFrameworkCore;
using SkyPanel.Core.Operations;
using SkyPanel.Tests.Support;
using SkyPanel.Tests.Support.Engines;

namespace SkyPanel.Tests.Core.Operations;

public sealed class OperationClaimsTests
{
    private static readonly TimeSpan Lease = new OperationOptions().Lease;
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [OnEachEngine]
    public async Task TakeAsync_DueOperation_IsClaimedForTheLeaseAndItsFenceRaised(string engine)
    {
        await using var host = await CoreHost.StartAsync(engine: engine);
        var shop = await Shop.OpenAsync(host);
        await shop.BuyAsync(shop.Request());

        var claim = Assert.Single(await TakeAsync(host));

        var operation = await shop.OperationAsync();
        Assert.Equal(
            (claim.OperationId, claim.Token, host.Time.GetUtcNow() + Lease, 1L),
            (operation.Id, operation.ClaimedBy, operation.ClaimedUntil, operation.Fence));
    }

    [Theory]
    [OnEachEngine]
    public async Task TakeAsync_ManyWorkersAtOnce_EachOperationGoesToOne(string engine)
    {
        await using var host = await CoreHost.StartAsync(engine: engine);
        var shop = await Shop.OpenAsync(host);
        foreach (var number in Enumerable.Range(1, 20))
        {
            await shop.BuyAsync(shop.Request($"web-{number}"));
        }

        var claims = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => TakeAsync(host), Token)));

        Assert.Equal(20, claims.Sum(x => x.Count));
        Assert.Equal(20, claims.SelectMany(x => x).Select(x => x.OperationId).Distinct().Count());
        await using var db = host.OpenDb();
        Assert.All(await db.Set<Operation>().ToListAsync(Token), x => Assert.Equal(1, x.Fence));
    }

    [Theory]
    [OnEachEngine]
    public async Task TakeAsync_ClaimHolds_IsLeftAloneUntilItIsOver(string engine)
    {
        await using var host = await CoreHost.StartAsync(engine: engine);
        var shop = await Shop.OpenAsync(host);
        await shop.BuyAsync(shop.Request());
        var first = Assert.Single(await TakeAsync(host));

        host.Time.Advance(Lease);
        Assert.Empty(await TakeAsync(host));
        host.Time.Advance(Second);
        var second = Assert.Single(await TakeAsync(host));

        Assert.NotEqual(first.Token, second.Token);
        Assert.Equal(2, (await shop.OperationAsync()).Fence);
    }

    [Theory]
    [OnEachEngine]
    public async Task TakeAsync_MoreDueThanAskedFor_TakesTheLongestDue(string engine)
    {
        await using var host = await CoreHost.StartAsync(engine: engine);
        var shop = await Shop.OpenAsync(host);
        await shop.BuyAsync(shop.Request("web-1"));
        host.Time.Advance(Second);
        await shop.BuyAsync(shop.Request("web-2"));

        var claim = Assert.Single(await host.Get<OperationClaims>().TakeAsync(1, Token));

        Assert.Equal((await shop.InstanceAsync("web-1")).Mark, Operation.MarkOf(claim.OperationId));
    }

    [Theory]
    [OnEachEngine]
    public async Task GiveBackAsync_WithAWait_IsDueAfterIt(string engine)
    {
        await using var host = await CoreHost.StartAsync(engine: engine);
        var shop = await Shop.OpenAsync(host);
        await shop.BuyAsync(shop.Request());
        var claims = host.Get<OperationClaims>();

        await claims.GiveBackAsync(Assert.Single(await TakeAsync(host)), Second, Token);

        Assert.Empty(await TakeAsync(host));
        Assert.Equal(host.Time.GetUtcNow() + Second, await claims.NextDueAsync(Token));
        host.Time.Advance(Second);
        Assert.Single(await TakeAsync(host));
    }

    [Theory]
    [OnEachEngine]
    public async Task RenewAsync_StillOurs_MakesItLast(string engine)
    {
        await using var host = await CoreHost.StartAsync(engine: engine);
        var shop = await Shop.OpenAsync(host);
        await shop.BuyAsync(shop.Request());
        var claim = Assert.Single(await TakeAsync(host));

        host.Time.Advance(Lease - Second);
        Assert.True(await host.Get<OperationClaims>().RenewAsync(claim, Token));
        host.Time.Advance(Lease - Second);

        Assert.Empty(await TakeAsync(host));
    }

    [Theory]
    [OnEachEngine]
    public async Task RenewAndGiveBack_TakenOverMeanwhile_TouchNothing(string engine)
    {
        await using var host = await CoreHost.StartAsync(engine: engine);
        var shop = await Shop.OpenAsync(host);
        await shop.BuyAsync(shop.Request());
        var lost = Assert.Single(await TakeAsync(host));
        host.Time.Advance(Lease + Second);
        var held = Assert.Single(await TakeAsync(host));
        var claims = host.Get<OperationClaims>();

        Assert.False(await claims.RenewAsync(lost, Token));
        await claims.GiveBackAsync(lost, TimeSpan.Zero, Token);

        var operation = await shop.OperationAsync();
        Assert.Equal((held.Token, host.Time.GetUtcNow() + Lease), (operation.ClaimedBy, operation.ClaimedUntil));
    }

    [Theory]
    [OnEachEngine]
    public async Task Save_UnderAnOlderClaim_IsRefusedWithAllThatCameWithIt(string engine)
    {
        await using var host = await CoreHost.StartAsync(engine: engine);
        var shop = await Shop.OpenAsync(host);
        await shop.BuyAsync(shop.Request());
        await TakeAsync(host);
        await using var stale = host.OpenDb();
        var operation = await stale.Set<Operation>().SingleAsync(Token);
        host.Time.Advance(Lease + Second);
        await TakeAsync(host);

        operation.Submit(host.Time.GetUtcNow());

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => stale.SaveChangesAsync(Token));
        var stored = await shop.OperationAsync();
        Assert.Equal((OperationState.Requested, 0, 1), (stored.State, stored.Attempts, stored.Stages.Count));
    }

    private static Task<IReadOnlyList<Claim>> TakeAsync(CoreHost host) => host.Get<OperationClaims>().TakeAsync(100, Token);
}
