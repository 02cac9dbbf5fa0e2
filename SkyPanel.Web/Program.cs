using SkyPanel.Web.Hosting;
using SkyPanel.Web.Hosting.Commands;
using SkyPanel.Web.Hosting.Database;
using SkyPanel.Web.Hosting.Demo;
using SkyPanel.Web.Hosting.Identity;
using SkyPanel.Web.Hosting.Mail;
using SkyPanel.Web.Hosting.Security;
using SkyPanel.Web.Hosting.Settings;
using SkyPanel.Web.Hosting.Simulator;

try
{
    var builder = WebApplication.CreateBuilder(args).AddPanelSettings();
    if (await PanelCommand.TryRunAsync(args, builder, CancellationToken.None))
    {
        return 0;
    }

    ProductionGuard.Check(builder.Configuration, builder.Environment);
    await DatabaseLease.TakeAsync(builder, CancellationToken.None);
    await builder.AddSimulatorAsync(CancellationToken.None);

    builder.AddCrashTests();
    builder.AddPanelBusiness();
    builder.AddPanelSecurity();
    builder.AddPanelIdentity();
    builder.AddPanelMail();
    builder.AddPanelFeatures();
    builder.AddPanelPages();

    var app = builder.Build();
    await app.Services.MigrateOnStartAsync(CancellationToken.None);
    app.UsePanel();
    await app.SeedDemoAsync(CancellationToken.None);
    app.SayWhereItIs();
    await app.RunAsync();
    return 0;
}
catch (Exception ex) when (StartRefusedException.SaysItAll(ex))
{
    await Console.Error.WriteLineAsync(ex.Message);
    return 1;
}
