using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using SkyPanel.Core;
using SkyPanel.Core.Access;
using SkyPanel.Core.Data;
using SkyPanel.Core.Data.Identity;
using SkyPanel.Core.Organizations;
using SkyPanel.Core.ProviderAccounts.Secrets;
using SkyPanel.Core.Providers;
using SkyPanel.Tests.Support.Engines;

namespace SkyPanel.Tests.Support;

/// <summary>All of Core as it runs in the panel, over a real database, two fake clouds and a clock that stands still until told.</summary>
internal sealed class CoreHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly bool _ownsDatabase;

    private CoreHost(TestDatabase database, Action<IServiceCollection>? configure, IReadOnlyDictionary<string, string?>? settings)
    {
        (Database, KeyRingPath, _ownsDatabase) = (database, database.PathOf("keys.json"), true);
        TokenKeyRing.CreateFile(KeyRingPath);
        Configuration = Configure(settings);
        _services = Build(configure);
    }

    private CoreHost(CoreHost first, Action<IServiceCollection>? configure, IReadOnlyDictionary<string, string?>? settings)
    {
        (Database, KeyRingPath, Cloud, OtherCloud, Log) = (first.Database, first.KeyRingPath, first.Cloud, first.OtherCloud, first.Log);
        Time = new FakeTimeProvider(first.Time.GetUtcNow());
        Configuration = Configure(settings);
        _services = Build(configure);
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public FakeCloud Cloud { get; } = new("alpha", "ALPHA_TOKEN");

    public FakeCloud OtherCloud { get; } = new("beta", "BETA_TOKEN");

    public CapturedLog Log { get; } = new();

    public TestDatabase Database { get; }

    public string KeyRingPath { get; }

    public IConfiguration Configuration { get; }

    /// <summary>Core over a migrated database without a row.</summary>
    public static Task<CoreHost> StartAsync(
        Action<IServiceCollection>? configure = null, IReadOnlyDictionary<string, string?>? settings = null, string engine = TestEngine.Sqlite) =>
        Task.FromResult(new CoreHost(new TestDatabase(engine), configure, settings));

    /// <summary>
    /// Core in a second process, as far as a database and the clouds can tell: the same database, key ring and clouds, its own clock, which shows
    /// the same time at first. It goes before the first.
    /// </summary>
    public static CoreHost Beside(CoreHost first, Action<IServiceCollection>? configure = null, IReadOnlyDictionary<string, string?>? settings = null) =>
        new(first, configure, settings);

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public AsyncServiceScope Scope() => _services.CreateAsyncScope();

    public SkyPanelDbContext OpenDb() => Get<IDbContextFactory<SkyPanelDbContext>>().CreateDbContext();

    /// <summary>An approved organisation of its own, and a person in that role in it.</summary>
    public Task<Actor> CustomerAsync(OrganizationRole role = OrganizationRole.Owner) => PersonAsync(role, StaffRole.None, null);

    /// <summary>Another person in the organisation of the actor.</summary>
    public Task<Actor> ColleagueAsync(Actor of, OrganizationRole role) => PersonAsync(role, StaffRole.None, of.OrganizationId);

    /// <summary>Staff, with an organisation of their own as sign-up gives them.</summary>
    public Task<Actor> AdminAsync() => PersonAsync(OrganizationRole.Owner, StaffRole.Admin, null);

    /// <summary>A person who names the actor's organisation and does not belong to it.</summary>
    public async Task<Actor> StrangerAsync(Actor to) => (await CustomerAsync()) with { OrganizationId = to.OrganizationId };

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_ownsDatabase)
        {
            Database.Dispose();
        }
    }

    private ServiceProvider Build(Action<IServiceCollection>? configure)
    {
        var services = new ServiceCollection();
        services.AddSingleton(Configuration);
        services.AddSingleton<TimeProvider>(Time);
        services.AddLogging(x => x.SetMinimumLevel(LogLevel.Trace).AddProvider(Log));
        services.AddSingleton<IProviderFactory>(new FakeProviderFactory(Time, Cloud, OtherCloud));
        services.AddSkyPanelCore();
        services.AddIdentityCore<PanelUser>().AddEntityFrameworkStores<SkyPanelDbContext>();
        configure?.Invoke(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    private IConfiguration Configure(IReadOnlyDictionary<string, string?>? settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Database:Provider"] = Database.Engine,
            ["Database:ConnectionString"] = Database.ConnectionString,
            ["TokenKeys:Path"] = KeyRingPath,
        })
        .AddInMemoryCollection(settings ?? new Dictionary<string, string?>(StringComparer.Ordinal))
        .Build();

    private async Task<Actor> PersonAsync(OrganizationRole role, StaffRole staff, Guid? organizationId)
    {
        var user = new PanelUser { StaffRole = staff, CreatedAt = Time.GetUtcNow() };
        user.UserName = user.NormalizedUserName = user.Email = user.NormalizedEmail = $"{user.Id:n}@example.test";
        await using var db = OpenDb();
        db.Add(user);
        if (organizationId is null)
        {
            var organization = Organization.Personal("Test", new OrganizationLimits(100, 100, Money.FromDecimal(10_000m)), Time.GetUtcNow(), approved: true);
            db.Add(organization);
            organizationId = organization.Id;
        }

        db.Add(OrganizationMember.Join(organizationId.Value, user.Id, role, Time.GetUtcNow()));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return new Actor(user.Id, organizationId.Value);
    }
}
