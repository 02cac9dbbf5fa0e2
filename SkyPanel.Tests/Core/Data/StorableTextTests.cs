using Microsoft.EntityFrameworkCore;
using SkyPanel.Core.Data;
using SkyPanel.Core.Instances.Browse;
using SkyPanel.Core.Operations;
using SkyPanel.Core.Organizations;
using SkyPanel.Core.ProviderAccounts;
using SkyPanel.Core.Providers;
using SkyPanel.Tests.Support;
using SkyPanel.Tests.Support.Engines;

namespace SkyPanel.Tests.Core.Data;

/// <summary>What comes from outside is written down on every engine, also what one of them refuses by itself.</summary>
public sealed class StorableTextTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [OnEachEngine("NUL")]
    [OnEachEngine("HALF")]
    [OnEachEngine("REST")]
    [OnEachEngine("CUT")]
    public async Task Refusal_InWordsThatAreNoText_EndsTheOperation(string engine, string fault)
    {
        await using var host = await CoreHost.StartAsync(engine: engine);
        var shop = await Shop.OpenAsync(host);
        await shop.BuyAsync(shop.Request());
        host.Cloud.FailWith = x => x.Method is nameof(IProviderService.CreateInstanceAsync)
            ? new ProviderError(ProviderErrorCode.InsufficientResources, "Sold out.", Words(fault), Retryable: false)
            : null;

        await host.DriveAsync(TimeSpan.FromMinutes(5));

        var operation = await shop.OperationAsync();
        Assert.Equal(OperationState.Failed, operation.State);
        Assert.StartsWith("xxx", operation.ErrorDetail, StringComparison.Ordinal);
    }

    [Theory]
    [OnEachEngine("NUL")]
    [OnEachEngine("HALF")]
    public async Task Check_InWordsThatAreNoText_IsKept(string engine, string fault)
    {
        await using var host = await CoreHost.StartAsync(engine: engine);
        var admin = await host.AdminAsync();
        var id = await host.AddAccountAsync(admin, host.Cloud);
        host.Cloud.FailWith = _ => FakeCloud.BadToken with { AdminText = Words(fault) };

        await host.Get<ProviderAccountService>().TestAsync(admin, id, Token);

        Assert.False((await host.Get<ProviderAccountService>().GetAsync(admin, id, Token))!.LastCheckSucceeded);
    }

    [Theory]
    [OnEachEngine("NUL")]
    [OnEachEngine("HALF")]
    public async Task Search_ForWhatIsNoText_FindsNothing(string engine, string fault)
    {
        await using var host = await CoreHost.StartAsync(engine: engine);
        var shop = await Shop.OpenAsync(host);
        await shop.BuyAsync(shop.Request());

        var list = await host.Get<InstanceBrowser>().ListAsync(shop.Customer, new InstanceListQuery(Search: Words(fault)), Token);

        Assert.Empty(list.Rows);
    }

    [Theory]
    [OnEachEngine]
    public async Task Text_WithSignsOutsideTheBasicPlane_ComesBackAsItWas(string engine)
    {
        await using var host = await CoreHost.StartAsync(engine: engine);
        var admin = await host.AdminAsync();

        var id = await host.AddAccountAsync(admin, host.Cloud, "Zürich \U0001F600 東京");

        Assert.Equal("Zürich \U0001F600 東京", (await host.Get<ProviderAccountService>().GetAsync(admin, id, Token))!.Name);
    }

    [Theory]
    [OnEachEngine]
    public async Task Moment_OfAnotherTimeZone_IsTheSameMoment(string engine)
    {
        await using var host = await CoreHost.StartAsync(engine: engine);
        var moment = new DateTimeOffset(2026, 3, 1, 14, 0, 0, TimeSpan.FromHours(2));
        var organization = Organization.Personal("Elsewhere", OrganizationLimits.None, moment, approved: true);
        await using (var db = host.OpenDb())
        {
            db.Add(organization);
            await db.SaveChangesAsync(Token);
        }

        await using var fresh = host.OpenDb();
        var stored = await fresh.Set<Organization>().SingleAsync(x => x.Id == organization.Id && x.CreatedAt == moment, Token);
        Assert.Equal((moment, TimeSpan.Zero), (stored.CreatedAt, stored.CreatedAt.Offset));
    }

    /// <summary>Made here, since a test's argument cannot hold half a sign.</summary>
    private static string Words(string fault) => fault switch
    {
        "NUL" => "xxx \0 xxx",
        "HALF" => "xxx \uD83D xxx",
        "REST" => "xxx \uDE00",
        _ => new string('x', Operation.DetailLength - 1) + "\U0001F600",
    };
}
