using SkyPanel.Core.Data;
using SkyPanel.Web.Hosting.Database;

namespace SkyPanel.Web.Hosting.Commands;

/// <summary><c>migrate</c>: brings the database to this version's tables and ends.</summary>
internal static class MigrateCommand
{
    public static async Task RunAsync(string[] args, WebApplicationBuilder builder, CancellationToken cancellationToken)
    {
        await using var lease = await DatabaseLease.TakeAsync(builder, cancellationToken);
        builder.Services.AddSkyPanelData();
        await using var services = builder.Services.BuildServiceProvider();
        await services.MigrateAsync(cancellationToken);
        await Console.Out.WriteLineAsync("The database is up to date.");
    }
}
