using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using SkyPanel.Core.Data.Identity;

namespace SkyPanel.Core.Data;

/// <summary>
/// The one unit of work. Entities are collected from their features' configurations, so this class names none of them; reach them by
/// <c>Set&lt;T&gt;()</c>. Short-lived: one context an operation, never one a circuit.
/// </summary>
public sealed class SkyPanelDbContext(DbContextOptions<SkyPanelDbContext> options)
    : IdentityUserContext<PanelUser, Guid>(options)
{
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        RaiseVersions();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        RaiseVersions();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    /// <summary>EF does not see a struct as a column by itself.</summary>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<Money>().HaveConversion<MoneyConverter>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(SkyPanelDbContext).Assembly);
        ModelConventions.Apply(builder);
    }

    private void RaiseVersions()
    {
        foreach (var entry in ChangeTracker.Entries<IVersioned>().Where(x => x.State == EntityState.Modified))
        {
            var version = entry.Property(x => x.Version);
            version.CurrentValue = version.OriginalValue + 1;
        }
    }
}
