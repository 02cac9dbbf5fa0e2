using System.Text.RegularExpressions;

namespace SkyPanel.Simulator.Linode.StackScripts;

/// <summary>A question that a script asks, read from its <c>&lt;UDF … /&gt;</c> lines. A name with "password" in it is a secret by convention.</summary>
internal sealed partial record StackScriptField(IReadOnlyDictionary<string, string> Attributes)
{
    private static readonly string[] Told = ["name", "label", "default", "example", "oneof", "manyof", "header", "required"];

    public string Name => Attributes["name"];

    /// <summary>A heading has no answer, and a field with a default, even an empty one, needs none.</summary>
    public bool IsRequired => !Attributes.ContainsKey("default") && !Attributes.ContainsKey("header");

    public static IReadOnlyList<StackScriptField> Read(string script) =>
    [
        .. Line().Matches(script)
            .Select(line => Attribute().Matches(line.Groups["attributes"].Value).ToDictionary(part => part.Groups["name"].Value.ToLowerInvariant(), part => part.Groups["value"].Value, StringComparer.Ordinal))
            .Where(attributes => attributes.ContainsKey("name") && attributes.ContainsKey("label"))
            .Select(attributes => new StackScriptField(attributes)),
    ];

    /// <summary>Only what the script says; the vendor leaves out the rest.</summary>
    public Dictionary<string, string> ToWire()
        => Told.Where(Attributes.ContainsKey).ToDictionary(name => name, name => Attributes[name], StringComparer.Ordinal);

    /// <summary>Null when the answer will do, else what is wrong. The vendor's words for this are not recorded.</summary>
    public string? Problem(string? answer)
    {
        if (answer is null)
        {
            return IsRequired ? $"{Name} is required" : null;
        }

        var wrong = Attributes.TryGetValue("oneof", out var one) ? !Choices(one).Contains(answer, StringComparer.Ordinal)
            : Attributes.TryGetValue("manyof", out var many) && Choices(answer).Except(Choices(many), StringComparer.Ordinal).Any();
        return wrong ? $"{Name} is not one of its choices" : null;
    }

    private static string[] Choices(string list) => list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    [GeneratedRegex(@"<UDF\s+(?<attributes>.*?)/?>", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Line();

    [GeneratedRegex("(?<name>\\w+)\\s*=\\s*\"(?<value>[^\"]*)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Attribute();
}
