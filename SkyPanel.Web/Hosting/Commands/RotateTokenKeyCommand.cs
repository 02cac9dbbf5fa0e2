using SkyPanel.Core;
using SkyPanel.Core.ProviderAccounts.Secrets;
using SkyPanel.Web.Hosting.Settings;

namespace SkyPanel.Web.Hosting.Commands;

/// <summary>
/// <c>rotate-token-key</c> adds a key and makes it the active one; <c>remove-token-key --id K</c> takes an old one out once nothing needs it.
/// Both work beside a running panel.
/// </summary>
internal static class RotateTokenKeyCommand
{
    public static async Task AddAsync(string[] args, WebApplicationBuilder builder, CancellationToken cancellationToken)
    {
        await using var services = Services(builder);
        var id = services.GetRequiredService<TokenKeyRotation>().AddKey();
        await Console.Out.WriteLineAsync(
            $"'{id}' encrypts from now on. Where nodes have copies of the file, copy it to each now, and back it up. Stored tokens follow within minutes; then remove the old key.");
    }

    public static async Task RemoveAsync(string[] args, WebApplicationBuilder builder, CancellationToken cancellationToken)
    {
        var id = PanelCommand.Option(args, "--id") ?? throw new StartRefusedException("usage: remove-token-key --id KEY");
        await using var services = Services(builder);
        var needed = await services.GetRequiredService<TokenKeyRotation>().RemoveKeyAsync(id, cancellationToken);
        await Console.Out.WriteLineAsync(needed == 0
            ? $"'{id}' is removed. Keep the backups that hold it for as long as backups of the database from before the rotation."
            : throw new StartRefusedException($"{needed} stored tokens still need '{id}'; it was not removed. A running panel brings them under the active key within minutes."));
    }

    private static ServiceProvider Services(WebApplicationBuilder builder)
    {
        builder.Services.AddSkyPanelCore();
        return builder.Services.BuildServiceProvider();
    }
}
