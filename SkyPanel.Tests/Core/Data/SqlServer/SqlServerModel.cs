using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.Dac.Model;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace SkyPanel.Tests.Core.Data.SqlServer;

/// <summary>SQL Server's own idea of our tables, without a server: made from the migrations' script, asked what it thinks of statements.</summary>
internal sealed class SqlServerModel : IDisposable
{
    private readonly TSqlModel _model = new(SqlServerVersion.Sql160, new TSqlModelOptions());
    private int _count;

    public SqlServerModel()
    {
        using var db = QueryTable.Open("SqlServer");
        foreach (var statement in Statements(db.GetService<IMigrator>().GenerateScript()).Where(IsDefinition))
        {
            _model.AddObjects(Text(statement));
        }
    }

    /// <summary>The statements of a script. An error of grammar fails the test.</summary>
    public static IReadOnlyList<TSqlStatement> Statements(string script)
    {
        var tree = (TSqlScript)new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(script), out var errors);
        Assert.True(errors.Count == 0, string.Join('\n', errors.Select(x => $"{x.Line}: {x.Message}")));
        return [.. tree.Batches.SelectMany(x => x.Statements)];
    }

    /// <summary>Adds a statement as the body of a procedure, where names are resolved against the tables.</summary>
    public void AddBody(string sql, string parameters = "") => _model.AddObjects($"CREATE PROCEDURE [dbo].[p{++_count}] {parameters} AS\n{sql}");

    /// <summary>All that is wrong, one a line.</summary>
    public string Faults() => string.Join('\n', _model.Validate().Select(x => $"{x.MessageType} {x.Number}: {x.Message}"));

    public void Dispose() => _model.Dispose();

    private static bool IsDefinition(TSqlStatement statement) =>
        statement is CreateTableStatement or CreateIndexStatement or AlterTableStatement or CreateSchemaStatement;

    private static string Text(TSqlStatement statement) =>
        string.Concat(Enumerable.Range(statement.FirstTokenIndex, statement.LastTokenIndex - statement.FirstTokenIndex + 1).Select(x => statement.ScriptTokenStream[x].Text));
}
