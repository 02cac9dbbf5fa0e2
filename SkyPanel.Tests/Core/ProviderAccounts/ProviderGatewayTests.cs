using Microsoft.EntityFrameworkCore;
using SkyPanel.Core.Access;
using SkyPanel.Core.ProviderAccounts;
using SkyPanel.Core.Providers;
using SkyPanel.Tests.Support;

namespace SkyPanel.Tests.Core.ProviderAccounts;

public sealed class ProviderGatewayTests : IAsyncLifetime
{
    private CoreHost _host = null!;
    private Actor _admin = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ProviderGateway Gateway => _host.Get<ProviderGateway>();

    public async ValueTask InitializeAsync()
    {
        _host = await CoreHost.StartAsync();
        _admin = await _host.AdminAsync();
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task OpenAsync_DisabledAccount_StillSpeaksForIt()
    {
        var id = await _host.AddAccountAsync(_admin, _host.Cloud);
        await _host.Get<ProviderAccountService>().DisableAsync(_admin, id, Token);

        await (await Gateway.OpenAsync(id, Token)).ListInstancesAsync(Token);

        Assert.Equal(new ProviderConnection(id, _host.Cloud.Type, "token-1"), _host.Cloud.Calls.Last().Connection);
    }

    [Fact]
    public async Task OpenAsync_EndpointIsSet_SpeaksToIt()
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["ProviderEndpoint:BaseAddress"] = "http://127.0.0.1:5999/" };
        await using var host = await CoreHost.StartAsync(settings: settings);

        await host.AddAccountAsync(await host.AdminAsync(), host.Cloud);

        Assert.Equal(new Uri("http://127.0.0.1:5999/"), Assert.Single(host.Cloud.Calls).Connection.Endpoint);
    }

    [Fact]
    public async Task OpenAsync_NoSuchAccount_IsNotFound() =>
        Assert.Equal(ProviderErrorCode.ProviderNotFound, await CodeAsync(Guid.NewGuid()));

    [Fact]
    public async Task OpenAsync_RemovedAccount_IsInactive()
    {
        var id = await _host.AddAccountAsync(_admin, _host.Cloud);
        await _host.Get<ProviderAccountService>().RemoveAsync(_admin, id, Token);

        Assert.Equal(ProviderErrorCode.ProviderInactive, await CodeAsync(id));
    }

    [Fact]
    public async Task OpenAsync_TokensSwappedBetweenRows_ReadsNeitherAndMarksBoth()
    {
        var first = await _host.AddAccountAsync(_admin, _host.Cloud, "First", "token-first");
        var second = await _host.AddAccountAsync(_admin, _host.Cloud, "Second", "token-second");
        await SwapTokensAsync(first, second);

        Assert.Equal(
            (ProviderErrorCode.CredentialUnreadable, ProviderErrorCode.CredentialUnreadable), (await CodeAsync(first), await CodeAsync(second)));
        Assert.All(await _host.Get<ProviderAccountService>().ListAsync(_admin, Token), x => Assert.False(x.LastCheckSucceeded));
        Assert.Equal(2, _host.Cloud.Calls.Count);
    }

    [Fact]
    public async Task OpenAsync_TokenStoredInClear_IsUnreadable()
    {
        var id = await _host.AddAccountAsync(_admin, _host.Cloud);
        await using var db = _host.OpenDb();
        await db.Set<ProviderAccount>().ExecuteUpdateAsync(x => x.SetProperty(y => y.TokenCiphertext, "token-1"), Token);

        Assert.Equal(ProviderErrorCode.CredentialUnreadable, await CodeAsync(id));
    }

    private async Task<ProviderErrorCode> CodeAsync(Guid id) =>
        (await Assert.ThrowsAsync<ProviderException>(() => Gateway.OpenAsync(id, Token))).Error.Code;

    private async Task SwapTokensAsync(Guid first, Guid second)
    {
        await using var db = _host.OpenDb();
        var tokens = await db.Set<ProviderAccount>().ToDictionaryAsync(x => x.Id, x => x.TokenCiphertext, Token);
        await db.Set<ProviderAccount>().Where(x => x.Id == first).ExecuteUpdateAsync(x => x.SetProperty(y => y.TokenCiphertext, tokens[second]), Token);
        await db.Set<ProviderAccount>().Where(x => x.Id == second).ExecuteUpdateAsync(x => x.SetProperty(y => y.TokenCiphertext, tokens[first]), Token);
    }
}
