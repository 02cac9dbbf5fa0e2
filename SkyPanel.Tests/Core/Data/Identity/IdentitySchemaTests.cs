using Microsoft.EntityFrameworkCore;
using SkyPanel.Core.Data;

namespace SkyPanel.Tests.Core.Data.Identity;

public sealed class IdentitySchemaTests
{
    [Theory]
    [InlineData("Sqlite", "Data Source=unused.db")]
    [InlineData("SqlServer", "Server=unused")]
    [InlineData("PostgreSql", "Host=unused")]
    public void Model_MadeWithoutTheApplication_HasTablesForPasskeys(string provider, string connectionString)
    {
        var options = new DbContextOptionsBuilder<SkyPanelDbContext>();
        DatabaseRegistry.Get(provider).Configure(options, connectionString);
        using var db = new SkyPanelDbContext(options.Options);

        Assert.Contains("user_passkeys", db.Model.GetEntityTypes().Select(x => x.GetTableName()), StringComparer.Ordinal);
    }
}
