using SkyPanel.Core.Access;
using SkyPanel.Core.Catalog;
using SkyPanel.Core.ProviderAccounts;
using SkyPanel.Core.Providers;
using SkyPanel.Tests.Support;
using ZiggyCreatures.Caching.Fusion;

namespace SkyPanel.Tests.Core.Catalog;

public sealed class ProviderResourceCacheTests : IAsyncLifetime
{
    private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IFusionCache _store = null!;
    private CoreHost _host = null!;
    private Actor _admin = null!;
    private Guid _account;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ProviderResourceCache Cache => _host.Get<ProviderResourceCache>();

    public async ValueTask InitializeAsync()
    {
        _host = await CoreHost.StartAsync();
        _admin = await _host.AdminAsync();
        _account = await _host.AddAccountAsync(_admin, _host.Cloud);
        _store = _host.Get<IFusionCacheProvider>().GetCache(ProviderResourceCache.CacheName);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task ListPlansAsync_AThousandColdReaders_MakeOneCall()
    {
        _host.Cloud.Hold = (_, _) => _gate.Task;
        var readers = Enumerable.Range(0, 1000).Select(_ => Cache.ListPlansAsync(_account, Token)).ToList();
        _gate.SetResult();

        var answers = await Task.WhenAll(readers);

        Assert.Equal(1, _host.Cloud.CountOf("ListPlansAsync"));
        Assert.All(answers, x => Assert.Equal(["small", "large"], x.Select(y => y.Id), StringComparer.Ordinal));
    }

    [Fact]
    public async Task ListPlansAsync_AThousandColdReadersAndTheProviderFails_MakeOneCallAndTheNextReaderAnother()
    {
        _host.Cloud.Hold = (_, _) => _gate.Task;
        _host.Cloud.FailWith = _ => FakeCloud.Down;
        var readers = Enumerable.Range(0, 1000).Select(_ => Record.ExceptionAsync(() => Cache.ListPlansAsync(_account, Token)).AsTask()).ToList();
        _gate.SetResult();

        Assert.All(await Task.WhenAll(readers), x => Assert.Equal(FakeCloud.Down, Assert.IsType<ProviderException>(x).Error));
        Assert.Equal(1, _host.Cloud.CountOf("ListPlansAsync"));

        _host.Cloud.FailWith = _ => null;
        Assert.Equal(2, (await Cache.ListPlansAsync(_account, Token)).Count);
    }

    [Fact]
    public async Task EveryList_Warm_CallsNobody()
    {
        for (var i = 0; i < 3; i++)
        {
            await Cache.ListPlansAsync(_account, Token);
            await Cache.ListImagesAsync(_account, Token);
            await Cache.ListRegionsAsync(_account, Token);
        }

        Assert.Equal(
            (1, 1, 1), (_host.Cloud.CountOf("ListPlansAsync"), _host.Cloud.CountOf("ListImagesAsync"), _host.Cloud.CountOf("ListRegionsAsync")));
    }

    [Fact]
    public async Task ListPlansAsync_TwoAccounts_AreKeptApart()
    {
        var second = await _host.AddAccountAsync(_admin, _host.Cloud, "Second", "token-2");
        await Cache.ListPlansAsync(_account, Token);
        _host.Cloud.Plans = [FakeCloud.Plan("only-for-the-second")];

        Assert.Equal("only-for-the-second", Assert.Single(await Cache.ListPlansAsync(second, Token)).Id);
        Assert.Equal(2, (await Cache.ListPlansAsync(_account, Token)).Count);
    }

    [Fact]
    public async Task ListPlansAsync_ExpiredAndTheProviderFails_GivesTheOldAnswer()
    {
        await Cache.ListPlansAsync(_account, Token);
        await ExpireAsync("plans");
        _host.Cloud.FailWith = _ => FakeCloud.Down;

        Assert.Equal(2, (await Cache.ListPlansAsync(_account, Token)).Count);
        Assert.Equal(2, (await Cache.ListPlansAsync(_account, Token)).Count);

        Assert.Equal(2, _host.Cloud.CountOf("ListPlansAsync"));
    }

    [Fact]
    public async Task ListPlansAsync_ExpiredAndTheProviderHangs_GivesTheOldAnswer()
    {
        await Cache.ListPlansAsync(_account, Token);
        await ExpireAsync("plans");
        _host.Cloud.Hold = (_, _) => _gate.Task;

        var answer = await Cache.ListPlansAsync(_account, Token).WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, Token);

        Assert.Equal(2, answer.Count);
        _gate.SetResult();
    }

    [Fact]
    public async Task ListPlansAsync_ExpiredAndTheProviderAnswers_GivesTheNewAnswer()
    {
        await Cache.ListPlansAsync(_account, Token);
        await ExpireAsync("plans");
        _host.Cloud.Plans = [FakeCloud.Plan("new")];

        Assert.Equal("new", Assert.Single(await Cache.ListPlansAsync(_account, Token)).Id);
    }

    [Fact]
    public async Task ListPlansAsync_ColdAndTheProviderFails_ThrowsAndRemembersNoFailure()
    {
        _host.Cloud.FailWith = _ => FakeCloud.Down;
        var failure = await Assert.ThrowsAsync<ProviderException>(() => Cache.ListPlansAsync(_account, Token));
        Assert.Equal(FakeCloud.Down, failure.Error);

        _host.Cloud.FailWith = _ => null;

        Assert.Equal(2, (await Cache.ListPlansAsync(_account, Token)).Count);
    }

    [Fact]
    public async Task ListPlansAsync_AccountSaved_AsksAgainWithItsNewToken()
    {
        await Cache.ListPlansAsync(_account, Token);

        await _host.Get<ProviderAccountService>().UpdateAsync(_admin, _account, new ProviderAccountEdit("Main", "token-2", 0), Token);
        await Cache.ListPlansAsync(_account, Token);

        Assert.Equal(
            ["token-1", "token-2"],
            _host.Cloud.Calls.Where(x => x.Method is "ListPlansAsync").Select(x => x.Connection.Token),
            StringComparer.Ordinal);
    }

    [Fact]
    public async Task ListPlansAsync_AccountSavedWhileTheOldTokenWasAsked_KeepsTheNewTokensAnswer()
    {
        _host.Cloud.Hold = async (call, _) =>
        {
            if (call is { Method: "ListPlansAsync", Connection.Token: "token-1" })
            {
                await _host.Get<ProviderAccountService>().UpdateAsync(_admin, _account, new ProviderAccountEdit("Main", "token-2", 0), Token);
                _host.Cloud.Plans = [FakeCloud.Plan("seen-by-the-new-token")];
            }
        };

        await Cache.ListPlansAsync(_account, Token);

        Assert.Equal("token-2", _host.Cloud.Calls.Last(x => x.Method is "ListPlansAsync").Connection.Token);
        Assert.Equal("seen-by-the-new-token", Assert.Single(await Cache.ListPlansAsync(_account, Token)).Id);
    }

    [Fact]
    public async Task ListPlansAsync_OneReaderLeaves_TheOthersAreAnswered()
    {
        using var leaving = new CancellationTokenSource();
        _host.Cloud.Hold = (_, token) => _gate.Task.WaitAsync(token);
        var first = Cache.ListPlansAsync(_account, leaving.Token);
        var others = Enumerable.Range(0, 20).Select(_ => Cache.ListPlansAsync(_account, Token)).ToList();
        await leaving.CancelAsync();
        _gate.SetResult();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.All(await Task.WhenAll(others), x => Assert.Equal(2, x.Count));
    }

    private async Task ExpireAsync(string resource) => await _store.ExpireAsync($"catalog:{_account:n}:{resource}", token: Token);
}
