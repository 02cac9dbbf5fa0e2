using System.Text.RegularExpressions;

namespace SkyPanel.Simulator.Linode.Instances;

/// <summary>The rules of a label. Only the text on uniqueness is quoted by clients; the others follow the vendor's description.</summary>
internal static partial class LinodeLabel
{
    public static IEnumerable<(string Reason, string? Field)> Check(string label, LinodeAccount account)
    {
        if (label.Length is < 3 or > 64)
        {
            yield return ("Length must be 3-64 characters", "label");
        }
        else if (!Allowed().IsMatch(label) || Doubled().IsMatch(label))
        {
            yield return ("Label must begin and end with a letter or number, and only include ASCII letters, numbers, dashes, underscores and periods, no two of those in a row", "label");
        }
        else if (account.Machines.Exists(machine => string.Equals(machine.Label, label, StringComparison.OrdinalIgnoreCase)))
        {
            yield return ("Label must be unique among your linodes", "label");
        }
    }

    [GeneratedRegex("^[a-zA-Z][a-zA-Z0-9._-]*[a-zA-Z0-9]$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Allowed();

    [GeneratedRegex(@"--|__|\.\.", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Doubled();
}
