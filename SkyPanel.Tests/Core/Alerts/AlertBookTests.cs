using Microsoft.EntityFrameworkCore;
using SkyPanel.Core.Access;
using SkyPanel.Core.Alerts;
using SkyPanel.Core.Data.Identity;
using SkyPanel.Core.ProviderAccounts;
using SkyPanel.Core.Providers;
using SkyPanel.Tests.Support;

namespace SkyPanel.Tests.Core.Alerts;

public sealed class AlertBookTests : IAsyncLifetime
{
    private CoreHost _host = null!;
    private Actor _admin = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private AlertBook Book => _host.Get<AlertBook>();

    public async ValueTask InitializeAsync()
    {
        _host = await CoreHost.StartAsync();
        _admin = await _host.AdminAsync();
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Raise_ManyTimesAtOnce_IsOneAlertThatCounts()
    {
        var subject = Guid.NewGuid();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Book.RaiseAsync(AlertKind.AccountRefused, subject, "refused", Token))));

        var alert = Assert.Single(await Book.ListAsync(_admin, Token));
        Assert.Equal((subject, 8), (alert.SubjectId, alert.Times));
    }

    [Fact]
    public async Task Raise_AfterItWasResolved_IsANewOne()
    {
        var subject = Guid.NewGuid();
        await Book.RaiseAsync(AlertKind.AccountRefused, subject, "first", Token);
        await Book.ResolveAsync(AlertKind.AccountRefused, subject, Token);
        Assert.Empty(await Book.ListAsync(_admin, Token));

        await Book.RaiseAsync(AlertKind.AccountRefused, subject, "second", Token);

        Assert.Equal(("second", 1), (Assert.Single(await Book.ListAsync(_admin, Token)).Text, (await Book.ListAsync(_admin, Token))[0].Times));
    }

    [Fact]
    public async Task Dismiss_ByACustomer_IsDenied()
    {
        await Book.RaiseAsync(AlertKind.AccountRefused, Guid.NewGuid(), "refused", Token);
        var alert = Assert.Single(await Book.ListAsync(_admin, Token));
        var customer = await _host.CustomerAsync();

        await Assert.ThrowsAsync<AccessDeniedException>(() => Book.ListAsync(customer, Token));
        await Assert.ThrowsAsync<AccessDeniedException>(() => Book.DismissAsync(customer, alert.Id, Token));
        Assert.True(await Book.DismissAsync(_admin, alert.Id, Token));
        Assert.False(await Book.DismissAsync(_admin, alert.Id, Token));
    }

    [Fact]
    public async Task Mails_AreTakenOnceByWhoeverComesFirst()
    {
        await using (var db = _host.OpenDb())
        {
            await db.Users.ExecuteUpdateAsync(x => x.SetProperty(y => y.EmailConfirmed, true), Token);
        }

        await _host.CustomerAsync();
        await Book.RaiseAsync(AlertKind.AccountRefused, Guid.NewGuid(), "refused", Token);

        var takers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => _host.Get<AlertMails>().TakeAsync(Token))));

        var mail = Assert.Single(takers.SelectMany(x => x));
        Assert.Equal("refused", mail.Text);
        Assert.Equal(await AddressAsync(_admin), mail.To);
    }

    [Fact]
    public async Task UnreadableCredential_RaisesAnAlertAndNeverPlaintext()
    {
        var account = await _host.AddAccountAsync(_admin, _host.Cloud);
        await using (var db = _host.OpenDb())
        {
            await db.Set<ProviderAccount>().ExecuteUpdateAsync(x => x.SetProperty(y => y.TokenCiphertext, y => y.TokenCiphertext + "A"), Token);
        }

        var refused = await Assert.ThrowsAsync<ProviderException>(() => _host.Get<ProviderGateway>().OpenAsync(account, Token));

        Assert.Equal(ProviderErrorCode.CredentialUnreadable, refused.Error.Code);
        Assert.Equal((AlertKind.CredentialUnreadable, account), (Assert.Single(await Book.ListAsync(_admin, Token)).Kind, (await Book.ListAsync(_admin, Token))[0].SubjectId));
    }

    private async Task<string?> AddressAsync(Actor actor)
    {
        await using var db = _host.OpenDb();
        return await db.Set<PanelUser>().Where(x => x.Id == actor.UserId).Select(x => x.Email).SingleAsync(Token);
    }
}
