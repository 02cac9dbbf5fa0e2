using System.Text;
using SkyPanel.Web.Hosting.Settings;

namespace SkyPanel.Web.Hosting.Commands;

/// <summary>Asks for a password without showing it; takes the first line where input is redirected.</summary>
internal static class ConsolePassword
{
    public static string Read()
    {
        if (Console.IsInputRedirected)
        {
            return Console.In.ReadLine() ?? "";
        }

        var first = Ask("Password: ");
        return string.Equals(first, Ask("Again: "), StringComparison.Ordinal)
            ? first
            : throw new StartRefusedException("The two passwords differ.");
    }

    private static string Ask(string prompt)
    {
        Console.Write(prompt);
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key is ConsoleKey.Backspace)
            {
                typed.Length = Math.Max(0, typed.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                typed.Append(key.KeyChar);
            }
        }

        Console.WriteLine();
        return typed.ToString();
    }
}
