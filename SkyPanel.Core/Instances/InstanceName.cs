using System.Text.RegularExpressions;

namespace SkyPanel.Core.Instances;

/// <summary>What an instance may be called: a host name's label, since it becomes one.</summary>
public static partial class InstanceName
{
    /// <summary>What is wrong with a name, in words for the person who typed it; null when nothing is.</summary>
    public static string? Fault(string? name) => name switch
    {
        null or "" => "Give the VPS a name.",
        { Length: > VpsInstance.NameLength } => $"A name may have at most {VpsInstance.NameLength} characters.",
        _ when !Label().IsMatch(name) => "Use letters, digits and hyphens, with a letter or digit at both ends.",
        _ => null,
    };

    [GeneratedRegex("^[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Label();
}
