using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Options;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using SkyPanel.Core.Instances;
using SkyPanel.Core.Operations;
using SkyPanel.Core.Operations.Secrets;
using SkyPanel.Core.Organizations;
using SkyPanel.Core.ProviderAccounts;
using SkyPanel.Core.Providers;

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

    /// <summary>Statements that EF runs as they are, and that no list of queries can hold.</summary>
    [Fact]
    public async Task EveryDirectUpdate_NamesTablesAndColumnsThatThereAre()
    {
        using var model = new SqlServerModel();
        var recorded = new RecordedCommands();
        await RunAsync(recorded);

        Assert.Equal(8, recorded.Commands.Count);
        foreach (var (sql, parameters) in recorded.Commands)
        {
            model.AddBody(sql, parameters);
        }

        Assert.Equal("", model.Faults());
    }

    /// <summary>A statement may have 2,100 parameters there; an account may have more machines.</summary>
    [Fact]
    public void Contains_ThousandsOfValues_StaysBelowTheLimitOfParameters()
    {
        using var db = QueryTable.Open("SqlServer");
        var marks = Enumerable.Range(1, 5000).Select(x => $"sp-{x:x32}").ToList();

        using var command = db.Set<VpsInstance>().Where(x => marks.Contains(x.Mark)).CreateDbCommand();

        Assert.InRange(command.Parameters.Count, 1, 2100);
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

    private static async Task RunAsync(RecordedCommands recorded)
    {
        var token = TestContext.Current.CancellationToken;
        var options = Options.Create(new OperationOptions());
        var claims = new OperationClaims(recorded, options, TimeProvider.System);
        var claim = Assert.Single(await claims.TakeAsync(8, token));
        await claims.RenewAsync(claim, token);
        await claims.GiveBackAsync(claim, TimeSpan.FromSeconds(1), token);
        await using var db = recorded.CreateDbContext();
        await OrganizationQueries.TakeTurnAsync(db, Guid.Empty, token);
        var check = ProviderAccountCheck.Passed(new ProviderAccountInfo("owner", InstanceLimit: null, Warning: null), DateTimeOffset.UnixEpoch);
        await db.RecordCheckAsync(Guid.Empty, "any", check, token);
        await db.RecordCheckAsync(Guid.Empty, "any", ProviderAccountCheck.Failed(ProviderAccountErrors.Unreadable, DateTimeOffset.UnixEpoch), token);
        await new OperationSecrets(null!, options, TimeProvider.System).EraseExpiredAsync(db, token);
    }
}
