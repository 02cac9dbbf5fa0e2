using System.Globalization;
using System.Text;

namespace SkyPanel.Providers;

/// <summary>
/// Writes text into cloud-config so that nothing in it can end the string or start another key. Beyond plain ASCII everything is
/// escaped, and beyond the first 65,536 characters as YAML has it: JSON's pairs of surrogates are not understood there.
/// </summary>
internal static class YamlText
{
    public static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
        {
            quoted.Append(Escape(rune));
        }

        return quoted.Append('"').ToString();
    }

    private static string Escape(Rune rune) => rune.Value switch
    {
        '"' or '\\' => $"\\{rune}",
        >= ' ' and <= '~' => rune.ToString(),
        <= 0xFFFF => string.Create(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"\\U{rune.Value:X8}"),
    };
}
