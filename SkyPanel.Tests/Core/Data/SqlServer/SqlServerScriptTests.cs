using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace SkyPanel.Tests.Core.Data.SqlServer;

/// <summary>What is sent to SQL Server, read by Microsoft's own parser and checked against the tables that the migrations make.</summary>
public sealed class SqlServerScriptTests
{
    [Fact]
    public void IdempotentScript_IsGoodTransactSql()
    {
        using var db = QueryTable.Open("SqlServer");

        var statements = SqlServerModel.Statements(db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent));

        Assert.Contains(statements, x => x is IfStatement);
    }

    [Fact]
    public void Migrations_MakeTablesThatHoldTogether()
    {
        using var model = new SqlServerModel();

        Assert.Equal("", model.Faults());
    }

    [Fact]
    public void EveryQuery_NamesTablesAndColumnsThatThereAre()
    {
        using var model = new SqlServerModel();
        using var db = QueryTable.Open("SqlServer");
        foreach (var query in QueryTable.Entries.Values.SelectMany(x => x(db)))
        {
            model.AddBody(query.ToQueryString());
        }

        Assert.Equal("", model.Faults());
    }

    /// <summary>The check itself: it must not be blind.</summary>
    [Theory]
    [InlineData("SELECT [nonsense] FROM [operations]")]
    [InlineData("SELECT [id] FROM [nonsense]")]
    public void Faults_NameThatIsNotThere_IsFound(string sql)
    {
        using var model = new SqlServerModel();

        model.AddBody(sql);

        Assert.Contains("nonsense", model.Faults(), StringComparison.Ordinal);
    }
}
