using Microsoft.EntityFrameworkCore;
using SkyPanel.Core.ProviderAccounts;
using SkyPanel.Core.ProviderAccounts.Secrets;
using SkyPanel.Tests.Support;

namespace SkyPanel.Tests.Core.ProviderAccounts.Secrets;

public sealed class TokenRotationTests : IAsyncLifetime
{
    private CoreHost _host = null!;
    private SkyPanel.Core.Access.Actor _admin = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _host = await CoreHost.StartAsync();
        _admin = await _host.AdminAsync();
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task AddKey_OnARunningPanel_BringsEveryTokenUnderItWithoutLosingOne()
    {
        var accounts = await AddAccountsAsync(3);
        var before = await CiphertextsAsync();

        var id = _host.Get<TokenKeyRotation>().AddKey();

        Assert.Equal(3, await _host.Get<TokenRewrapping>().RewrapAsync(Token));
        Assert.All(await CiphertextsAsync(), x => Assert.StartsWith($"sp1.{id}.", x, StringComparison.Ordinal));
        Assert.Empty((await CiphertextsAsync()).Intersect(before, StringComparer.Ordinal));
        foreach (var account in accounts)
        {
            Assert.NotNull(await _host.Get<ProviderGateway>().OpenAsync(account, Token));
        }

        Assert.Equal(0, await _host.Get<TokenRewrapping>().RewrapAsync(Token));
    }

    [Fact]
    public void Read_UnderAKeyThatAnotherNodeAdded_FindsItInTheFile()
    {
        var elsewhere = TokenKeyRing.Load(_host.KeyRingPath);
        TokenKeyRing.AddKey(_host.KeyRingPath);
        var text = new SecretBox(TokenKeyRing.Load(_host.KeyRingPath)).Protect("secret", "place");

        Assert.Equal("secret", new SecretBox(elsewhere).Unprotect(text, "place"));
    }

    [Fact]
    public async Task Rewrap_WhileTheTokenIsReplaced_KeepsTheNewOne()
    {
        await AddAccountsAsync(1);
        var stale = (await CiphertextsAsync()).Single();
        TokenKeyRing.AddKey(_host.KeyRingPath);
        await using var db = _host.OpenDb();
        await db.Set<ProviderAccount>().ExecuteUpdateAsync(x => x.SetProperty(y => y.TokenCiphertext, "sp1.k1.replaced"), Token);

        var touched = await ProviderAccountQueries.WithToken(db, (await db.Set<ProviderAccount>().SingleAsync(Token)).Id, stale).CountAsync(Token);

        Assert.Equal(0, touched);
        Assert.Equal(0, await _host.Get<TokenRewrapping>().RewrapAsync(Token));
        Assert.Equal("sp1.k1.replaced", (await CiphertextsAsync()).Single());
    }

    [Fact]
    public async Task RemoveKey_StillNeeded_IsRefusedUntilNothingIsUnderIt()
    {
        await AddAccountsAsync(2);
        var rotation = _host.Get<TokenKeyRotation>();
        rotation.AddKey();

        Assert.Equal(2, await rotation.RemoveKeyAsync("k1", Token));
        await _host.Get<TokenRewrapping>().RewrapAsync(Token);
        Assert.Equal(0, await rotation.RemoveKeyAsync("k1", Token));

        Assert.DoesNotContain("\"k1\"", await File.ReadAllTextAsync(_host.KeyRingPath, Token), StringComparison.Ordinal);
        Assert.Equal(2, await rotation.RemoveKeyAsync("k2", Token));
    }

    [Fact]
    public async Task Rewrap_UnderLoad_NeverFailsAReader()
    {
        var accounts = await AddAccountsAsync(20);
        _host.Get<TokenKeyRotation>().AddKey();
        var gateway = _host.Get<ProviderGateway>();
        using var done = new CancellationTokenSource();
        var reads = 0;
        var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                await gateway.OpenAsync(accounts[Interlocked.Increment(ref reads) % accounts.Count], Token);
            }
        }, Token)).ToList();

        Assert.Equal(20, await _host.Get<TokenRewrapping>().RewrapAsync(Token));
        await done.CancelAsync();

        await Task.WhenAll(readers);
        Assert.True(reads > 0);
    }

    private async Task<List<Guid>> AddAccountsAsync(int count)
    {
        var ids = new List<Guid>();
        for (var i = 0; i < count; i++)
        {
            ids.Add((await _host.Get<ProviderAccountService>().AddAsync(_admin, new NewProviderAccount($"Account {i}", _host.Cloud.Descriptor.Type, $"token-{i}"), Token)).Match(
                added: x => x,
                refused: x => throw new InvalidOperationException(x.AdminText),
                invalid: (_, text) => throw new InvalidOperationException(text)));
        }

        return ids;
    }

    private async Task<List<string>> CiphertextsAsync()
    {
        await using var db = _host.OpenDb();
        return await db.Set<ProviderAccount>().Select(x => x.TokenCiphertext).ToListAsync(Token);
    }
}
