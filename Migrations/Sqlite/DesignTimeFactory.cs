using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using SkyPanel.Core.Data;

namespace SkyPanel.Migrations.Sqlite;

/// <summary>Makes the context for the EF tools, which compare models and never connect.</summary>
public sealed class DesignTimeFactory : IDesignTimeDbContextFactory<SkyPanelDbContext>
{
    public SkyPanelDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SkyPanelDbContext>();
        DatabaseRegistry.Get("Sqlite").Configure(options, "Data Source=design-time.db");
        return new SkyPanelDbContext(options.Options);
    }
}
