using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using SkyPanel.Core.Data;

namespace SkyPanel.Migrations.PostgreSql;

/// <summary>Makes the context for the EF tools, which compare models and never connect.</summary>
public sealed class DesignTimeFactory : IDesignTimeDbContextFactory<SkyPanelDbContext>
{
    public SkyPanelDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SkyPanelDbContext>();
        DatabaseRegistry.Get("PostgreSql").Configure(options, "Host=design-time;Database=skypanel");
        return new SkyPanelDbContext(options.Options);
    }
}
