using Microsoft.AspNetCore.Builder;
using SkyPanel.Core.Data;
using SkyPanel.Web.Hosting.Database;
using SkyPanel.Web.Hosting.Settings;

namespace SkyPanel.Tests.Web.Hosting.Database;

public sealed class DatabaseLeaseTests
{
    [Fact]
    public async Task Take_FileThatAnotherHolds_IsRefusedUntilItIsLetGo()
    {
        var folder = Directory.CreateTempSubdirectory("skypanel-lease-");
        var first = await TakeAsync(folder);

        await Assert.ThrowsAsync<DatabaseInUseException>(() => TakeAsync(folder));
        await first.DisposeAsync();
        await (await TakeAsync(folder)).DisposeAsync();

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Take_NoDatabaseConfigured_NamesTheSettings()
    {
        var refusal = await Assert.ThrowsAsync<StartRefusedException>(() =>
            DatabaseLease.TakeAsync(WebApplication.CreateBuilder(), TestContext.Current.CancellationToken));

        Assert.Contains("Database:Provider", refusal.Message, StringComparison.Ordinal);
    }

    private static Task<DatabaseLease> TakeAsync(DirectoryInfo folder)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration["Database:Provider"] = "Sqlite";
        builder.Configuration["Database:ConnectionString"] = $"Data Source={Path.Combine(folder.FullName, "test.db")}";
        return DatabaseLease.TakeAsync(builder, TestContext.Current.CancellationToken);
    }
}
