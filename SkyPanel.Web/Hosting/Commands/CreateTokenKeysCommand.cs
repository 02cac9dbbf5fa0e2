using SkyPanel.Core.ProviderAccounts.Secrets;
using SkyPanel.Web.Hosting.Settings;

namespace SkyPanel.Web.Hosting.Commands;

/// <summary><c>create-token-keys --path F</c>: makes the file with the keys that protect provider tokens; never touches one that is there.</summary>
internal static class CreateTokenKeysCommand
{
    public static Task RunAsync(string[] args, WebApplicationBuilder builder, CancellationToken cancellationToken)
    {
        var path = PanelCommand.Option(args, "--path")
            ?? throw new StartRefusedException("usage: create-token-keys --path FILE");
        if (File.Exists(path))
        {
            throw new StartRefusedException($"'{path}' is there already and was not touched: tokens protected with its keys need it.");
        }

        TokenKeyRing.CreateFile(path);
        return Console.Out.WriteLineAsync($"Made '{path}'. Keep a copy where the database's backups are not: one without the other is of no use.");
    }
}
