using System.Runtime.CompilerServices;
using Xunit.Sdk;
using Xunit.v3;

namespace SkyPanel.Tests.Browser.Tour;

/// <summary>
/// There only where a variable of the environment is set. Xunit's own explicit tests are counted as skipped wherever they do not run, and a
/// skipped test says that something is missing.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer(typeof(FactOnRequestDiscoverer))]
public sealed class FactOnRequestAttribute(string variable, [CallerFilePath] string? file = null, [CallerLineNumber] int line = -1) : FactAttribute(file, line)
{
    public string Variable => variable;
}

public sealed class FactOnRequestDiscoverer : FactDiscoverer
{
    public override ValueTask<IReadOnlyCollection<IXunitTestCase>> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions, IXunitTestMethod testMethod, IFactAttribute factAttribute) =>
        factAttribute is FactOnRequestAttribute fact && Environment.GetEnvironmentVariable(fact.Variable) is { Length: > 0 }
            ? base.Discover(discoveryOptions, testMethod, factAttribute)
            : new([]);
}
