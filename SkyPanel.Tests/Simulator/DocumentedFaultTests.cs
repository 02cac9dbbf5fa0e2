using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using SkyPanel.Tests.Support;

namespace SkyPanel.Tests.Simulator;

/// <summary>The page of the simulator names every fault with an example that is taken.</summary>
public sealed partial class DocumentedFaultTests
{
    [Fact]
    public async Task Page_HasAnExampleForEveryKind_AndEachIsTaken()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var page = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "simulator.md"), TestContext.Current.CancellationToken);
        var examples = Example().Matches(page).Select(match => match.Groups["json"].Value).ToList();

        foreach (var example in examples)
        {
            Assert.Equal((example, HttpStatusCode.Created), (example, (await simulator.PostAsync("/_control/faults", example)).Status));
        }

        var refused = await simulator.PostAsync("/_control/faults", """{"kind":"no-such-kind"}""");
        var known = refused.TextAt("error")!.Replace("kind must be one of ", "", StringComparison.Ordinal).Split(", ");
        Assert.Empty(known.Except(examples.Select(example => JsonSerializer.Deserialize<JsonElement>(example).GetProperty("kind").GetString()!)));
    }

    [GeneratedRegex("[`'](?<json>\\{[^`'\\n]*\"kind\":[^`'\\n]*\\})[`']", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Example();
}
