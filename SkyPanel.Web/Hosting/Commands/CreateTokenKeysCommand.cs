using SkyPanel.Web.Hosting.Settings;

namespace SkyPanel.Web.Hosting.Commands;

/// <summary><c>create-token-keys --path F</c>: makes the file with the keys that protect provider tokens; never touches one that is there.</summary>
internal static class CreateTokenKeysCommand
{
    public static Task RunAsync(string[] args, WebApplicationBuilder builder, CancellationToken cancellationToken)
    {
        var path = PanelCommand.Option(args, "--path")
            ?? throw new StartRefusedException("usage: create-token-keys --path FILE");
        throw new StartRefusedException($"This build has no token key ring to put into '{path}'.");
    }
}
