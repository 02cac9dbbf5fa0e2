using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SkyPanel.Core;
using SkyPanel.Core.Access;
using SkyPanel.Core.Data;
using SkyPanel.Core.Data.Identity;
using SkyPanel.Core.Instances.Browse;
using SkyPanel.Core.Organizations;
using SkyPanel.Core.ProviderAccounts.Secrets;
using SkyPanel.Providers;
using SkyPanel.Tests.Simulator;
using SkyPanel.Tests.Support;

namespace SkyPanel.Tests.Spine;

/// <summary>
/// The panel without its pages, and nothing of it replaced: Core, the adapters, the background work, a database that was empty before the
/// migrations, and the vendors over real HTTP in real time, only quicker.
/// </summary>
internal sealed class SpineBench : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TestDatabase _database;
    private readonly IHost _host;

    private SpineBench(TestDatabase database, SimulatorHost simulator)
    {
        (_database, Simulator) = (database, simulator);
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(Settings(database, simulator.Address));
        builder.Services.AddLogging(x => x.SetMinimumLevel(LogLevel.Trace).AddProvider(Log));
        builder.Services.AddIdentityCore<PanelUser>().AddEntityFrameworkStores<SkyPanelDbContext>();
        builder.Services.AddSkyPanelCore().AddSkyPanelBackground().AddProviders();
        _host = builder.Build();
    }

    public SimulatorHost Simulator { get; }

    public CapturedLog Log { get; } = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<SpineBench> StartAsync(string engine)
    {
        var simulator = await SimulatorHost.StartInRealTimeAsync(
            "--provisioning-seconds", "0.3", "--boot-seconds", "0.2", "--shutdown-seconds", "0.2", "--reboot-seconds", "0.2");
        var bench = new SpineBench(new TestDatabase(engine, empty: true), simulator);
        await bench.Get<DatabaseMigrator>().MigrateAsync(Token);
        await bench._host.StartAsync(Token);
        return bench;
    }

    public T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    /// <summary>Someone who registered, or was made an admin at the command line.</summary>
    public async Task<Actor> PersonAsync(string email, bool admin)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        var signUp = scope.ServiceProvider.GetRequiredService<SignUpService>();
        var user = new PanelUser { UserName = email, Email = email };
        const string Password = "Sunny-Day-42!";
        var result = await (admin ? signUp.CreateAdminAsync(user, Password, Token) : signUp.RegisterAsync(user, Password, Token));
        Assert.True(result.Succeeded, result.ToString());
        return (await Get<MembershipService>().ResolveAsync(user.Id, Token))!;
    }

    /// <summary>The instance as its page shows it, once nothing is under way on it.</summary>
    public async Task<InstanceDetail> SettledAsync(Actor customer, Guid id)
    {
        using var tooLong = CancellationTokenSource.CreateLinkedTokenSource(Token);
        tooLong.CancelAfter(Patience);
        while (true)
        {
            var detail = await Get<InstanceBrowser>().GetAsync(customer, id, Token);
            if (detail!.Active is null)
            {
                return detail;
            }

            await Task.Delay(25, tooLong.Token);
        }
    }

    /// <summary>Every machine that the vendors have, whosever it is.</summary>
    public async Task<int> MachinesAsync()
    {
        var reply = await Simulator.GetAsync("/_control/accounts");
        return reply.Body.EnumerateArray().Sum(x => x.GetProperty("machines").GetArrayLength());
    }

    /// <summary>How many requests of that method and path the vendors saw.</summary>
    public async Task<int> RequestsAsync(string method, string path)
    {
        var reply = await Simulator.GetAsync("/_control/requests");
        return reply.At("requests").EnumerateArray().Count(x => x.GetProperty("method").GetString() == method && x.GetProperty("path").GetString() == path);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        _host.Dispose();
        await Simulator.DisposeAsync();
        _database.Dispose();
    }

    private static Dictionary<string, string?> Settings(TestDatabase database, Uri simulator)
    {
        var keys = database.PathOf("keys.json");
        TokenKeyRing.CreateFile(keys);
        var brisk = TimeSpan.FromMilliseconds(50).ToString("c", CultureInfo.InvariantCulture);
        return new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Database:Provider"] = database.Engine,
            ["Database:ConnectionString"] = database.ConnectionString,
            ["TokenKeys:Path"] = keys,
            ["ProviderEndpoint:BaseAddress"] = simulator.ToString(),
            ["Operations:BusyPoll"] = brisk,
            ["Operations:IdlePoll"] = brisk,
            ["Operations:ConfirmPoll"] = brisk,
        };
    }
}
