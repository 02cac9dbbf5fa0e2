using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using SkyPanel.Core.Data;

namespace SkyPanel.Tests.Core.Data;

/// <summary>Every query of Core can be said in the language of every database, and leaves no work to the panel. Needs no database.</summary>
public sealed class QueryTranslationTests
{
    public static TheoryData<string> Engines => [.. DatabaseRegistry.Keys];

    [Fact]
    public void Table_HasEveryQueryAndNoOther()
    {
        var queries = from type in typeof(SkyPanelDbContext).Assembly.GetTypes()
                      where type.Name.EndsWith("Queries", StringComparison.Ordinal)
                      from method in type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
                      where !method.IsPrivate && method.ReturnType.IsAssignableTo(typeof(IQueryable))
                      select NameOf(method);

        Assert.Equal(queries.Order(StringComparer.Ordinal), QueryTable.Entries.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void EveryQuery_OnEveryEngine_Translates(string engine)
    {
        using var db = QueryTable.Open(engine);
        foreach (var (name, queries) in QueryTable.Entries)
        {
            Assert.All(queries(db), x => Assert.True(x.ToQueryString().Contains("SELECT", StringComparison.Ordinal), name));
        }
    }

    /// <summary>EF refuses most of what it cannot translate, but a last projection it would quietly work out here, for every row.</summary>
    [Fact]
    public void EveryQuery_CallsNothingThatOnlyThePanelCanRun()
    {
        using var db = QueryTable.Open("Sqlite");
        foreach (var (name, queries) in QueryTable.Entries)
        {
            Assert.All(queries(db), x => Assert.True(ForeignCalls.In(x.Expression) is not { } call, $"{name} calls {ForeignCalls.In(x.Expression)}"));
        }
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void PagedList_OnEveryEngine_IsCutByTheDatabase(string engine)
    {
        using var db = QueryTable.Open(engine);

        Assert.All(
            QueryTable.Entries["BrowseQueries.Page(instances, query)"](db),
            x => Assert.Matches("LIMIT .+ OFFSET|LIMIT|OFFSET .+ ROWS FETCH NEXT .+ ROWS ONLY", x.ToQueryString()));
    }

    private static string NameOf(MethodInfo method) =>
        $"{method.DeclaringType!.Name}.{method.Name}({string.Join(", ", method.GetParameters().Where(x => x.ParameterType != typeof(SkyPanelDbContext)).Select(x => x.Name))})";

    /// <summary>Finds a method of ours inside a query.</summary>
    private sealed class ForeignCalls : ExpressionVisitor
    {
        private string? _found;

        public static string? In(Expression expression)
        {
            var visitor = new ForeignCalls();
            visitor.Visit(expression);
            return visitor._found;
        }

        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            if (node.Method.DeclaringType!.Assembly == typeof(SkyPanelDbContext).Assembly)
            {
                _found = $"{node.Method.DeclaringType.Name}.{node.Method.Name}";
            }

            return base.VisitMethodCall(node);
        }
    }
}
