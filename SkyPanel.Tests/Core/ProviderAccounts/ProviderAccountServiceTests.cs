using Microsoft.EntityFrameworkCore;
using SkyPanel.Core.Access;
using SkyPanel.Core.Audit;
using SkyPanel.Core.ProviderAccounts;
using SkyPanel.Core.ProviderAccounts.Secrets;
using SkyPanel.Core.Providers;
using SkyPanel.Tests.Support;
using SkyPanel.Tests.Support.Engines;

namespace SkyPanel.Tests.Core.ProviderAccounts;

public sealed class ProviderAccountServiceTestsOnSqlite() : ProviderAccountServiceTests(TestEngine.Sqlite);

public sealed class ProviderAccountServiceTestsOnPostgreSql() : ProviderAccountServiceTests(TestEngine.PostgreSql);

/// <summary>The same on every engine: what is refused as stale depends on how the engine counts updated rows.</summary>
public abstract class ProviderAccountServiceTests(string engine) : IAsyncLifetime
{
    private CoreHost _host = null!;
    private Actor _admin = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ProviderAccountService Accounts => _host.Get<ProviderAccountService>();

    public async ValueTask InitializeAsync()
    {
        _host = await CoreHost.StartAsync(engine: engine);
        _admin = await _host.AdminAsync();
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _host.DisposeAsync();
    }

    [Fact]
    public async Task AddAsync_TokenAccepted_StoresItEncryptedAndChecked()
    {
        var id = await _host.AddAccountAsync(_admin, _host.Cloud, " Main ", " token-1 ");

        var row = Assert.Single(await Accounts.ListAsync(_admin, Token));
        Assert.Equal(
            (id, "Main", _host.Cloud.Type, true, true, "owner@alpha.test", _host.Time.GetUtcNow()),
            (row.Id, row.Name, row.Type, row.Enabled, row.LastCheckSucceeded, row.ProviderAccountName, row.LastCheckedAt));
        Assert.Equal("token-1", Assert.Single(_host.Cloud.Calls).Connection.Token);
        var stored = await StoredAsync(id);
        Assert.Equal("token-1", _host.Get<SecretBox>().Unprotect(stored.TokenCiphertext, ProviderAccount.TokenPlace(id)));
    }

    [Fact]
    public async Task DisableAsync_ByManyAdminsAtOnce_SucceedsForEach()
    {
        var id = await _host.AddAccountAsync(_admin, _host.Cloud);

        var done = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Accounts.DisableAsync(_admin, id, Token))));

        Assert.All(done, Assert.True);
        Assert.False(Assert.Single(await Accounts.ListAsync(_admin, Token)).Enabled);
    }

    [Fact]
    public async Task AddAsync_TokenRefused_StoresNothing()
    {
        _host.Cloud.FailWith = _ => FakeCloud.BadToken;

        var outcome = await Accounts.AddAsync(_admin, new NewProviderAccount("Main", _host.Cloud.Type, "wrong"), Token);

        Assert.Equal(FakeCloud.BadToken, Assert.IsType<AddAccountOutcome.Refused>(outcome).Error);
        await using var db = _host.OpenDb();
        Assert.False(await db.Set<ProviderAccount>().AnyAsync(Token));
        Assert.False(await db.Set<AuditEntry>().AnyAsync(Token));
    }

    [Theory]
    [InlineData("", "token", "name")]
    [InlineData("   ", "token", "name")]
    [InlineData("MAX+1", "token", "name")]
    [InlineData("Taken", "token", "name")]
    [InlineData("Main", "", "token")]
    [InlineData("Main", "two words", "token")]
    [InlineData("Main", "line\nbreak", "token")]
    [InlineData("Main", "tökén", "token")]
    [InlineData("Main", "MAX+1", "token")]
    public async Task AddAsync_FieldNotAsItMustBe_NamesItAndAsksNobody(string name, string token, string field)
    {
        await _host.AddAccountAsync(_admin, _host.OtherCloud, "Taken");
        name = name is "MAX+1" ? new string('n', 101) : name;
        token = token is "MAX+1" ? new string('t', 2001) : token;

        var outcome = await Accounts.AddAsync(_admin, new NewProviderAccount(name, _host.Cloud.Type, token), Token);

        Assert.Equal(field, Assert.IsType<AddAccountOutcome.Invalid>(outcome).Field);
        Assert.Empty(_host.Cloud.Calls);
    }

    [Fact]
    public async Task AddAsync_NoSuchProvider_NamesTheField()
    {
        var outcome = await Accounts.AddAsync(_admin, new NewProviderAccount("Main", new ProviderType("nowhere"), "token"), Token);

        Assert.Equal("type", Assert.IsType<AddAccountOutcome.Invalid>(outcome).Field);
    }

    [Fact]
    public async Task AddAsync_LongestToken_Fits()
    {
        var token = new string('t', 2000);

        var id = await _host.AddAccountAsync(_admin, _host.Cloud, token: token);

        Assert.InRange((await StoredAsync(id)).TokenCiphertext.Length, 2000, ProviderAccount.CiphertextLength);
        Assert.True((await Accounts.TestAsync(_admin, id, Token))!.Succeeded);
        Assert.Equal(token, _host.Cloud.Calls.Last().Connection.Token);
    }

    [Fact]
    public async Task UpdateAsync_NoNewToken_RenamesAndKeepsTheOldOneUnasked()
    {
        var id = await _host.AddAccountAsync(_admin, _host.Cloud);
        var before = await StoredAsync(id);

        var outcome = await Accounts.UpdateAsync(_admin, id, new ProviderAccountEdit("Renamed", "  ", before.Version), Token);

        Assert.IsType<UpdateAccountOutcome.Updated>(outcome);
        var after = await StoredAsync(id);
        Assert.Equal(("Renamed", before.TokenCiphertext), (after.Name, after.TokenCiphertext));
        Assert.Single(_host.Cloud.Calls);
    }

    [Fact]
    public async Task UpdateAsync_NewTokenAccepted_SpeaksWithItFromThenOn()
    {
        var id = await _host.AddAccountAsync(_admin, _host.Cloud);

        Assert.IsType<UpdateAccountOutcome.Updated>(await Accounts.UpdateAsync(_admin, id, new ProviderAccountEdit("Main", "token-2", 0), Token));
        await Accounts.TestAsync(_admin, id, Token);

        Assert.Equal(["token-1", "token-2", "token-2"], _host.Cloud.Calls.Select(x => x.Connection.Token), StringComparer.Ordinal);
    }

    [Fact]
    public async Task UpdateAsync_NewTokenRefused_ChangesNothing()
    {
        var id = await _host.AddAccountAsync(_admin, _host.Cloud);
        var before = await Accounts.GetAsync(_admin, id, Token);
        _host.Cloud.FailWith = _ => FakeCloud.BadToken;

        var outcome = await Accounts.UpdateAsync(_admin, id, new ProviderAccountEdit("Renamed", "wrong", 0), Token);

        Assert.IsType<UpdateAccountOutcome.Refused>(outcome);
        Assert.Equal(before, await Accounts.GetAsync(_admin, id, Token));
    }

    [Fact]
    public async Task UpdateAsync_BasedOnAnOldReading_IsStale()
    {
        var id = await _host.AddAccountAsync(_admin, _host.Cloud);
        await Accounts.UpdateAsync(_admin, id, new ProviderAccountEdit("First", null, 0), Token);

        var outcome = await Accounts.UpdateAsync(_admin, id, new ProviderAccountEdit("Second", null, 0), Token);

        Assert.IsType<UpdateAccountOutcome.Stale>(outcome);
        Assert.Equal("First", (await Accounts.GetAsync(_admin, id, Token))!.Name);
    }

    [Fact]
    public async Task UpdateAsync_ChangedWhileTheProviderWasAsked_IsStale()
    {
        var id = await _host.AddAccountAsync(_admin, _host.Cloud);
        _host.Cloud.Hold = async (call, _) =>
        {
            if (string.Equals(call.Connection.Token, "token-2", StringComparison.Ordinal))
            {
                await Accounts.DisableAsync(_admin, id, Token);
            }
        };

        var outcome = await Accounts.UpdateAsync(_admin, id, new ProviderAccountEdit("Main", "token-2", 0), Token);

        Assert.IsType<UpdateAccountOutcome.Stale>(outcome);
        Assert.False((await Accounts.GetAsync(_admin, id, Token))!.Enabled);
    }

    [Fact]
    public async Task TestAsync_TokenNoLongerGood_KeepsTheAnswerAndDisturbsNoEdit()
    {
        var id = await _host.AddAccountAsync(_admin, _host.Cloud);
        _host.Cloud.FailWith = _ => FakeCloud.BadToken;
        _host.Time.Advance(TimeSpan.FromHours(1));

        var check = await Accounts.TestAsync(_admin, id, Token);

        Assert.Equal((false, FakeCloud.BadToken), (check!.Succeeded, check.Error));
        var row = await Accounts.GetAsync(_admin, id, Token);
        Assert.Equal(
            (false, "401 Invalid Token", "owner@alpha.test", _host.Time.GetUtcNow(), 0),
            (row!.LastCheckSucceeded, row.LastCheckText, row.ProviderAccountName, row.LastCheckedAt, row.Version));
    }

    [Fact]
    public async Task TestAsync_TokenReplacedMeanwhile_SaysNothingOfTheNewOne()
    {
        var id = await _host.AddAccountAsync(_admin, _host.Cloud);
        _host.Cloud.FailWith = x => string.Equals(x.Connection.Token, "token-1", StringComparison.Ordinal) ? FakeCloud.BadToken : null;
        _host.Cloud.Hold = async (call, _) =>
        {
            if (string.Equals(call.Connection.Token, "token-1", StringComparison.Ordinal))
            {
                await Accounts.UpdateAsync(_admin, id, new ProviderAccountEdit("Main", "token-2", 0), Token);
            }
        };

        await Accounts.TestAsync(_admin, id, Token);

        Assert.True((await Accounts.GetAsync(_admin, id, Token))!.LastCheckSucceeded);
    }

    [Fact]
    public async Task MoveAsync_ToAnyPlace_ReordersTheRest()
    {
        var first = await _host.AddAccountAsync(_admin, _host.Cloud, "First");
        var second = await _host.AddAccountAsync(_admin, _host.Cloud, "Second");
        var third = await _host.AddAccountAsync(_admin, _host.Cloud, "Third");

        Assert.True(await Accounts.MoveAsync(_admin, third, 0, Token));
        Assert.Equal([third, first, second], (await Accounts.ListAsync(_admin, Token)).Select(x => x.Id));
        Assert.True(await Accounts.MoveAsync(_admin, third, 99, Token));
        Assert.Equal([first, second, third], (await Accounts.ListAsync(_admin, Token)).Select(x => x.Id));
    }

    [Fact]
    public async Task RemoveAsync_NothingHangsOnIt_ForgetsTheTokenAndKeepsTheRow()
    {
        var id = await _host.AddAccountAsync(_admin, _host.Cloud);

        Assert.IsType<RemoveAccountOutcome.Removed>(await Accounts.RemoveAsync(_admin, id, Token));

        Assert.Empty(await Accounts.ListAsync(_admin, Token));
        var stored = await StoredAsync(id);
        Assert.Equal(("", false, _host.Time.GetUtcNow()), (stored.TokenCiphertext, stored.Enabled, stored.DeletedAt));
        await _host.AddAccountAsync(_admin, _host.Cloud);
    }

    [Fact]
    public async Task RemoveAsync_PlansAreSoldOverIt_NamesThem()
    {
        var id = await _host.AddAccountAsync(_admin, _host.Cloud);
        await _host.AddPlanAsync(_admin, _host.Cloud, [id], name: "Tiny", enabled: false);

        var outcome = Assert.IsType<RemoveAccountOutcome.InUse>(await Accounts.RemoveAsync(_admin, id, Token));

        Assert.Contains("Tiny", Assert.Single(outcome.Uses), StringComparison.Ordinal);
        Assert.NotNull(await Accounts.GetAsync(_admin, id, Token));
    }

    [Fact]
    public async Task EveryVerb_NoSuchAccountOrRemoved_LooksMissing()
    {
        var removed = await _host.AddAccountAsync(_admin, _host.Cloud);
        await Accounts.RemoveAsync(_admin, removed, Token);
        foreach (var id in (Guid[])[removed, Guid.NewGuid()])
        {
            Assert.Null(await Accounts.GetAsync(_admin, id, Token));
            Assert.Null(await Accounts.TestAsync(_admin, id, Token));
            Assert.IsType<UpdateAccountOutcome.Missing>(await Accounts.UpdateAsync(_admin, id, new ProviderAccountEdit("Main", null, 0), Token));
            Assert.IsType<RemoveAccountOutcome.Missing>(await Accounts.RemoveAsync(_admin, id, Token));
            Assert.False(await Accounts.EnableAsync(_admin, id, Token));
            Assert.False(await Accounts.DisableAsync(_admin, id, Token));
            Assert.False(await Accounts.MoveAsync(_admin, id, 0, Token));
        }
    }

    [Fact]
    public async Task EveryChange_Saved_IsInTheAuditByWhom()
    {
        var id = await _host.AddAccountAsync(_admin, _host.Cloud);
        await Accounts.UpdateAsync(_admin, id, new ProviderAccountEdit("Renamed", null, 0), Token);
        await Accounts.DisableAsync(_admin, id, Token);
        await Accounts.EnableAsync(_admin, id, Token);
        await Accounts.MoveAsync(_admin, id, 0, Token);
        await Accounts.RemoveAsync(_admin, id, Token);

        await using var db = _host.OpenDb();
        var entries = await db.Set<AuditEntry>().Where(x => x.SubjectId == id && x.ActorUserId == _admin.UserId).Select(x => x.Action).ToListAsync(Token);
        string[] expected = ["added", "updated", "disabled", "enabled", "moved", "removed"];
        Assert.Equivalent(expected.Select(x => $"provider_account.{x}"), entries, strict: true);
    }

    private async Task<ProviderAccount> StoredAsync(Guid id)
    {
        await using var db = _host.OpenDb();
        return await db.Set<ProviderAccount>().SingleAsync(x => x.Id == id, Token);
    }
}
