using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace SkyPanel.Tests.Support.Engines;

/// <summary>Runs a theory once for each database engine that the tests can have for real, its name as the first argument.</summary>
/// <param name="rest">The arguments behind it.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class OnEachEngineAttribute(params object?[] rest) : DataAttribute
{
    public object?[] Rest => rest;

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. TestEngine.Names.Select(x => new TheoryDataRow([x, .. rest]))]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
