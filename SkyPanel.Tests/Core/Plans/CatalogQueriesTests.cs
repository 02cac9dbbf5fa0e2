using Microsoft.EntityFrameworkCore;
using SkyPanel.Core.Data;
using SkyPanel.Core.Plans;
using SkyPanel.Core.ProviderAccounts;
using SkyPanel.Core.Providers;

namespace SkyPanel.Tests.Core.Plans;

/// <summary>Every query of accounts and plans can be said in the language of every database. Needs none of them.</summary>
public sealed class CatalogQueriesTests
{
    public static TheoryData<string> Engines => [.. DatabaseRegistry.Keys];

    [Theory]
    [MemberData(nameof(Engines))]
    public void EveryQuery_OnEveryEngine_Translates(string engine)
    {
        var options = new DbContextOptionsBuilder<SkyPanelDbContext>();
        DatabaseRegistry.Get(engine).Configure(options, engine is "PostgreSql" ? "Host=nowhere" : "Data Source=nowhere");
        using var db = new SkyPanelDbContext(options.Options);
        var queries = from type in (Type[])[typeof(ProviderAccountQueries), typeof(PlanQueries)]
                      from method in type.GetMethods()
                      where method.IsStatic
                      select (IQueryable)method.Invoke(null, [.. method.GetParameters().Select(x => Argument(x.ParameterType, db))])!;

        var texts = queries.Select(x => x.ToQueryString()).ToList();

        Assert.NotEmpty(texts);
        Assert.All(texts, x => Assert.Contains("SELECT", x, StringComparison.Ordinal));
    }

    private static object Argument(Type type, SkyPanelDbContext db) => type switch
    {
        _ when type == typeof(SkyPanelDbContext) => db,
        _ when type == typeof(Guid) => Guid.Empty,
        _ when type == typeof(ProviderType) => new ProviderType("any"),
        _ when type == typeof(string) => "any",
        _ => throw new NotSupportedException($"Give the test an argument of {type.Name}."),
    };
}
