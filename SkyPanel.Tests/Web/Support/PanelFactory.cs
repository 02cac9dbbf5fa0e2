using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SkyPanel.Core.Data;
using SkyPanel.Web.Components;
using SkyPanel.Web.Hosting.Mail;

namespace SkyPanel.Tests.Web.Support;

/// <summary>The panel on a database of its own, in Development and without the simulator unless settings say otherwise.</summary>
public sealed class PanelFactory : WebApplicationFactory<App>
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("skypanel-web-");
    private (string Key, string Value)[] _settings = [];

    public PanelFactory() => CreateTables();

    public DevelopmentMailbox Mailbox => Services.GetRequiredService<DevelopmentMailbox>();

    /// <summary>With settings of its own; before it is first used.</summary>
    public static PanelFactory With(params (string Key, string Value)[] settings) => new() { _settings = settings };

    /// <summary>A browser without scripts, with its own cookies.</summary>
    public Visitor NewVisitor() => new(CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }));

    public async Task ChangeAsync(Func<SkyPanelDbContext, Task> change)
    {
        await using var db = await Services.GetRequiredService<IDbContextFactory<SkyPanelDbContext>>()
            .CreateDbContextAsync(TestContext.Current.CancellationToken);
        await change(db);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("Panel:DataFolder", _folder.FullName);
        builder.UseSetting("Logging:LogLevel:Default", "None");
        builder.UseSetting("Logging:LogLevel:Microsoft.AspNetCore", "None");
        builder.UseSetting("Simulator:Enabled", "false");
        builder.UseSetting("Demo:Enabled", "false");
        builder.UseSetting("Database:MigrateOnStart", "false");
        foreach (var (key, value) in _settings)
        {
            builder.UseSetting(key, value);
        }
    }

    /// <summary>From the model and not by migrations, which have their own tests.</summary>
    private void CreateTables()
    {
        var options = new DbContextOptionsBuilder<SkyPanelDbContext>();
        DatabaseRegistry.Get("Sqlite").Configure(options, $"Data Source={Path.Combine(_folder.FullName, "skypanel.db")}");
        using var db = new SkyPanelDbContext(options.Options);
        db.Database.EnsureCreated();
    }
}
