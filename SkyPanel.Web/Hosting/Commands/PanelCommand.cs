using SkyPanel.Web.Hosting.Settings;

namespace SkyPanel.Web.Hosting.Commands;

/// <summary>What the program does instead of serving, when its first argument is a command's name.</summary>
internal static class PanelCommand
{
    private static readonly Dictionary<string, Func<string[], WebApplicationBuilder, CancellationToken, Task>> Commands = new(StringComparer.Ordinal)
    {
        ["migrate"] = MigrateCommand.RunAsync,
        ["create-admin"] = CreateAdminCommand.RunAsync,
        ["create-token-keys"] = CreateTokenKeysCommand.RunAsync,
        ["rotate-token-key"] = RotateTokenKeyCommand.AddAsync,
        ["remove-token-key"] = RotateTokenKeyCommand.RemoveAsync,
    };

    /// <summary>Runs the command that the arguments name.</summary>
    /// <returns>False when they name none: the panel is to serve.</returns>
    /// <exception cref="StartRefusedException">The first argument is a word that is no command.</exception>
    public static async Task<bool> TryRunAsync(string[] args, WebApplicationBuilder builder, CancellationToken cancellationToken)
    {
        if (args is not [{ Length: > 0 } name, ..] || name[0] is '-' or '/')
        {
            return false;
        }

        var command = Commands.GetValueOrDefault(name)
            ?? throw new StartRefusedException($"'{name}' is no command; there are {string.Join(", ", Commands.Keys)}.");
        await command(args, builder, cancellationToken);
        return true;
    }

    /// <summary>The argument after the option of that name, or null.</summary>
    public static string? Option(string[] args, string name) =>
        Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;
}
