using System.Text.RegularExpressions;

namespace SkyPanel.Tests.Architecture;

public sealed partial class LayerTests
{
    /// <summary>In the order in which they may use one another. Money and news are primitives like Data.</summary>
    private static readonly string[] Layers =
        ["Data", "News", "Access", "Audit", "Alerts", "Organizations", "Providers", "ProviderAccounts", "Catalog", "Plans", "Operations", "Instances"];

    [Fact]
    public void Core_UsesOnlyEarlierLayers()
    {
        var offences =
            from file in SourceTree.Files("SkyPanel.Core")
            let parts = file.Path.Split('/')
            where parts.Length > 2
            let own = Array.IndexOf(Layers, parts[1])
            from match in Usings().Matches(file.Text)
            let used = Array.IndexOf(Layers, match.Groups["layer"].Value)
            where own < 0 || used > own
            select $"{file.Path} uses {match.Groups["layer"].Value}";

        Assert.Empty(offences);
    }

    [GeneratedRegex(@"^using (static )?SkyPanel\.Core\.(?<layer>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Usings();
}
