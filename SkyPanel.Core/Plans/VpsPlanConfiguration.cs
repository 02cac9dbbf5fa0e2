using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkyPanel.Core.ProviderAccounts;
using SkyPanel.Core.Providers;

namespace SkyPanel.Core.Plans;

internal sealed class VpsPlanConfiguration : IEntityTypeConfiguration<VpsPlan>
{
    public void Configure(EntityTypeBuilder<VpsPlan> builder)
    {
        builder.ToTable("vps_plans");
        builder.Property(x => x.ProviderType)
            .HasConversion(x => x.Value, x => new ProviderType(x))
            .HasMaxLength(ProviderAccountConfiguration.TypeLength);
        builder.Property(x => x.ProviderPlanId).HasMaxLength(VpsPlan.ProviderPlanIdLength);
        builder.Property(x => x.Name).HasMaxLength(VpsPlan.NameLength);
        builder.Property(x => x.Class).HasConversion<string>().HasMaxLength(20);
        builder.Property(x => x.Currency).HasMaxLength(3);

        // EF finds no struct by itself; how money is stored is the conventions' matter.
        builder.Property(x => x.HourlyPrice);
        builder.Property(x => x.MonthlyPrice);
        builder.Property(x => x.HourlyCost);
        builder.Property(x => x.MonthlyCost);

        // Plans are never deleted; what is taken off the list of accounts leaves it with the next save.
        builder.HasMany(x => x.Accounts).WithOne().HasForeignKey(x => x.PlanId).OnDelete(DeleteBehavior.ClientCascade);
        builder.HasIndex(x => new { x.ProviderType, x.SortOrder });
    }
}

internal sealed class VpsPlanAccountConfiguration : IEntityTypeConfiguration<VpsPlanAccount>
{
    public void Configure(EntityTypeBuilder<VpsPlanAccount> builder)
    {
        builder.ToTable("vps_plan_accounts");
        builder.HasKey(x => new { x.PlanId, x.AccountId });
        builder.HasOne<ProviderAccount>().WithMany().HasForeignKey(x => x.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}
