using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SkyPanel.Core;
using SkyPanel.Core.Access;
using SkyPanel.Core.Data;
using SkyPanel.Core.Data.Identity;
using SkyPanel.Core.Instances.Create;
using SkyPanel.Core.Organizations;
using SkyPanel.Core.Plans;
using SkyPanel.Core.Plans.Offerings;
using SkyPanel.Core.ProviderAccounts;
using SkyPanel.Core.ProviderAccounts.Secrets;
using SkyPanel.Core.Providers;
using SkyPanel.Providers;
using SkyPanel.Simulator;

namespace SkyPanel.Benchmarks;

/// <summary>The business as it runs, on an SQLite file as a customer's panel has it, with the simulator behind it over HTTP; no page, no worker.</summary>
internal sealed class BenchHost : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("skypanel-bench-");
    private readonly WebApplication _simulator;
    private readonly ServiceProvider _services;

    private BenchHost(WebApplication simulator)
    {
        _simulator = simulator;
        var keys = Path.Combine(_folder.FullName, "keys.json");
        TokenKeyRing.CreateFile(keys);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Database:Provider"] = "Sqlite",
            ["Database:ConnectionString"] = ConnectionString,
            ["TokenKeys:Path"] = keys,
            ["ProviderEndpoint:BaseAddress"] = simulator.Urls.First(),
            ["SignUp:MaxInstances"] = "10000",
            ["SignUp:MaxVcpus"] = "100000",
            ["SignUp:MaxMonthly"] = "10000000",
        }).Build());
        services.AddSkyPanelCore();
        services.AddProviders();
        services.AddIdentityCore<PanelUser>().AddEntityFrameworkStores<SkyPanelDbContext>();
        _services = services.BuildServiceProvider();
    }

    public string ConnectionString => $"Data Source={Path.Combine(_folder.FullName, "skypanel.db")}";

    public Uri Clouds => new(_simulator.Urls.First());

    /// <summary>An admin, who is a customer of their own house as well.</summary>
    public Actor Actor { get; private set; } = null!;

    public ProviderType Provider { get; private set; }

    /// <summary>A panel that sells ten plans of its first provider.</summary>
    public static async Task<BenchHost> StartAsync()
    {
        var simulator = SimulatorApplication.Create(["--urls", "http://127.0.0.1:0"]);
        await simulator.StartAsync(CancellationToken.None);
        var host = new BenchHost(simulator);
        await using (await host.Get<IDatabase>().OpenAsync(host.ConnectionString, CancellationToken.None))
        {
            await host.Get<DatabaseMigrator>().MigrateAsync(CancellationToken.None);
        }

        host.Actor = await host.SignUpAsync();
        host.Provider = await host.SellAsync();
        return host;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>A request that the panel can take, new each time.</summary>
    public async Task<CreateInstanceRequest> RequestAsync(string name)
    {
        var offerings = Get<OfferingService>();
        var plan = (await offerings.ListPlansAsync(Actor, Provider, CancellationToken.None))[0];
        var region = (await offerings.ListRegionsAsync(Actor, Provider, CancellationToken.None)).First(x => !plan.UnavailableIn.ContainsKey(x.Id));
        var image = (await offerings.ListImagesAsync(Actor, Provider, CancellationToken.None)).First(x => x.MinDiskGib <= plan.DiskGib && x.IsAvailableIn(region.Id));
        return new CreateInstanceRequest(Guid.CreateVersion7(), plan.Id, region.Id, image.Id, name, []);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _simulator.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private async Task<Actor> SignUpAsync()
    {
        await using var scope = _services.CreateAsyncScope();
        var user = new PanelUser { UserName = "bench@skypanel.example", Email = "bench@skypanel.example" };
        var result = await scope.ServiceProvider.GetRequiredService<SignUpService>().CreateAdminAsync(user, $"Bench-{Guid.NewGuid():n}", CancellationToken.None);
        return result.Succeeded
            ? (await Get<MembershipService>().ResolveAsync(user.Id, CancellationToken.None))!
            : throw new InvalidOperationException(string.Join(' ', result.Errors.Select(x => x.Description)));
    }

    private async Task<ProviderType> SellAsync()
    {
        var accounts = Get<ProviderAccountService>();
        var type = (await accounts.ListTypesAsync(Actor, CancellationToken.None))[0].Type;
        var account = (await accounts.AddAsync(Actor, new NewProviderAccount("Bench", type, "bench-token"), CancellationToken.None)).Match(
            added: x => x,
            refused: x => throw new InvalidOperationException(x.AdminText),
            invalid: (_, text) => throw new InvalidOperationException(text));
        var plans = Get<PlanService>();
        foreach (var row in (await plans.ListCatalogueAsync(Actor, type, CancellationToken.None)).Where(x => x.Plan.Class == PlanClass.Shared).Take(10))
        {
            var plan = new NewPlan(type, row.Plan.Id, row.Plan.Id, row.Plan.Cost.Hourly, row.Plan.Cost.Monthly, [account], Enabled: true);
            await plans.AddAsync(Actor, plan, CancellationToken.None);
        }

        return type;
    }
}
