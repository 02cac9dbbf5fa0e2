using Microsoft.EntityFrameworkCore;
using SkyPanel.Core.Access;
using SkyPanel.Core.Data;
using SkyPanel.Core.Instances;
using SkyPanel.Core.Instances.Keys;
using SkyPanel.Core.Operations;
using SkyPanel.Core.Providers;
using SkyPanel.Tests.Support;
using SkyPanel.Tests.Support.Engines;

namespace SkyPanel.Tests.Core.Data;

public sealed class UniqueViolationTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [OnEachEngine]
    public async Task IsUniqueViolation_SameKeyTwice_IsTrue(string engine)
    {
        await using var host = await CoreHost.StartAsync(engine: engine);
        var actor = await host.CustomerAsync();
        await SaveAsync(host, Key(actor.OrganizationId));

        var thrown = await Assert.ThrowsAsync<DbUpdateException>(() => SaveAsync(host, Key(actor.OrganizationId)));

        Assert.True(host.Get<IDatabase>().IsUniqueViolation(thrown));
    }

    [Theory]
    [OnEachEngine]
    public async Task IsUniqueViolation_SamePrimaryKeyTwice_IsTrue(string engine)
    {
        await using var host = await CoreHost.StartAsync(engine: engine);
        var actor = await host.CustomerAsync();

        var thrown = await Assert.ThrowsAsync<DbUpdateException>(() =>
            SaveAsync(host, OrganizationMember.Join(actor.OrganizationId, actor.UserId, OrganizationRole.Viewer, host.Time.GetUtcNow())));

        Assert.True(host.Get<IDatabase>().IsUniqueViolation(thrown));
    }

    [Theory]
    [OnEachEngine]
    public async Task IsUniqueViolation_ParentMissing_IsFalse(string engine)
    {
        await using var host = await CoreHost.StartAsync(engine: engine);

        var thrown = await Assert.ThrowsAsync<DbUpdateException>(() => SaveAsync(host, Key(Guid.NewGuid())));

        Assert.False(host.Get<IDatabase>().IsUniqueViolation(thrown));
    }

    /// <summary>A finished operation names no instance, and two machines that the provider has not named yet are not the same machine.</summary>
    [Theory]
    [OnEachEngine]
    public async Task UniqueIndexes_OverNulls_AllowMany(string engine)
    {
        await using var host = await CoreHost.StartAsync(engine: engine);
        var shop = await Shop.OpenAsync(host);
        host.Cloud.FailWith = x => x.Method == nameof(IProviderService.CreateInstanceAsync)
            ? new ProviderError(ProviderErrorCode.InsufficientResources, "Sold out.", "422", Retryable: false)
            : null;

        await shop.BuyAsync(shop.Request("web-1"));
        await shop.BuyAsync(shop.Request("web-2"));
        await host.DriveAsync();

        await using var db = host.OpenDb();
        Assert.Equal(2, await db.Set<Operation>().CountAsync(x => x.ActiveInstanceId == null, Token));
        Assert.Equal(2, await db.Set<VpsInstance>().CountAsync(x => x.ProviderInstanceId == null, Token));
    }

    private static SshKey Key(Guid organizationId) =>
        SshKey.Of(organizationId, "laptop", new PublicKeyLine("ssh-ed25519 AAAA", "SHA256:same", ""), DateTimeOffset.UnixEpoch);

    private static async Task SaveAsync(CoreHost host, object entity)
    {
        await using var db = host.OpenDb();
        db.Add(entity);
        await db.SaveChangesAsync(Token);
    }
}
