using System.Text;
using System.Text.RegularExpressions;

namespace SkyPanel.Core.Providers;

/// <summary>What each provider can do, as a table for people; drawn from the descriptors, so it is never out of date.</summary>
public static partial class ProviderCapabilityTable
{
    /// <summary>Markdown: a line a capability or option, a column a provider.</summary>
    public static string ToMarkdown(IReadOnlyList<ProviderDescriptor> providers)
    {
        var capabilities = providers.SelectMany(x => x.Capabilities).Distinct().OrderBy(x => x.Name, StringComparer.Ordinal)
            .Select(x => (Words(x.Name), providers.Select(y => y.Capabilities.Contains(x) ? "yes" : "")));
        var options = providers.SelectMany(x => x.DeploymentOptions).Select(x => x.Key).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(x => ($"at creation: {x}", providers.Select(y => Describe(y, x))));
        var mark = ("an interrupted create may be sent again", providers.Select(x => x.MarkIsUnique ? "yes" : ""));

        var table = new StringBuilder();
        Line(table, "", providers.Select(x => x.DisplayName));
        Line(table, "---", providers.Select(_ => "---"));
        foreach (var (name, cells) in capabilities.Concat(options).Append(mark))
        {
            Line(table, name, cells);
        }

        return table.ToString();
    }

    private static string Describe(ProviderDescriptor provider, string key)
        => provider.DeploymentOptions.FirstOrDefault(x => string.Equals(x.Key, key, StringComparison.Ordinal)) switch
        {
            null => "",
            { Kind: DeploymentOptionKind.Choice } option => string.Join(" or ", option.Choices.Select(x => x.Value)),
            _ => "yes",
        };

    private static void Line(StringBuilder table, string first, IEnumerable<string> rest)
        => table.Append("| ").AppendJoin(" | ", rest.Prepend(first)).Append(" |\n");

    /// <summary><c>IStackScriptCatalog</c> is "stack script catalog".</summary>
    private static string Words(string name) => Humps().Replace(name[1..], " $0").Trim().ToLowerInvariant();

    [GeneratedRegex("[A-Z]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Humps();
}
