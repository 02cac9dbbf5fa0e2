using System.Security.Cryptography;
using SkyPanel.Core;
using SkyPanel.Core.Data.Identity;
using SkyPanel.Core.Organizations;
using SkyPanel.Web.Hosting.Database;
using SkyPanel.Web.Hosting.Identity;
using SkyPanel.Web.Hosting.Mail;
using SkyPanel.Web.Hosting.Security;
using SkyPanel.Web.Hosting.Settings;

namespace SkyPanel.Web.Hosting.Commands;

/// <summary>
/// <c>create-admin --email X [--link]</c>: makes the first admin, as no panel is shipped with one. Reads the password from the console or
/// from standard input; with <c>--link</c> prints a link to set one instead.
/// </summary>
internal static class CreateAdminCommand
{
    public static async Task RunAsync(string[] args, WebApplicationBuilder builder, CancellationToken cancellationToken)
    {
        var email = PanelCommand.Option(args, "--email")
            ?? throw new StartRefusedException("usage: create-admin --email ADDRESS [--link]");
        var byLink = args.Contains("--link", StringComparer.Ordinal);
        ProductionGuard.Check(builder.Configuration, builder.Environment);

        await DatabaseLease.TakeAsync(builder, cancellationToken);
        await using var services = Services(builder);
        await services.MigrateOnStartAsync(cancellationToken);
        await using var scope = services.CreateAsyncScope();
        var user = new PanelUser { UserName = email, Email = email, EmailConfirmed = true };
        var password = byLink ? Convert.ToHexString(RandomNumberGenerator.GetBytes(32)) : ConsolePassword.Read();
        var result = await scope.ServiceProvider.GetRequiredService<SignUpService>().CreateAdminAsync(user, password, cancellationToken);
        if (!result.Succeeded)
        {
            throw new StartRefusedException(string.Join(Environment.NewLine, result.Errors.Select(x => x.Description)));
        }

        await Console.Out.WriteLineAsync(byLink
            ? $"Set the password here, once and within a day:{Environment.NewLine}{await scope.ServiceProvider.GetRequiredService<AccountMails>().PasswordResetLinkAsync(user)}"
            : $"{email} is an admin now.");
    }

    private static ServiceProvider Services(WebApplicationBuilder builder)
    {
        builder.Services.AddSkyPanelCore();
        builder.Services.AddPanelAccounts();
        builder.Services.AddPanelDataProtection(builder.Configuration);
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<AccountMails>();
        builder.AddPanelMail();
        return builder.Services.BuildServiceProvider();
    }
}
