using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkyPanel.Core.Operations;
using SkyPanel.Core.Organizations;
using SkyPanel.Core.Plans;
using SkyPanel.Core.ProviderAccounts;
using SkyPanel.Core.Providers;

namespace SkyPanel.Core.Instances;

internal sealed class VpsInstanceConfiguration : IEntityTypeConfiguration<VpsInstance>
{
    public void Configure(EntityTypeBuilder<VpsInstance> builder)
    {
        builder.ToTable("vps_instances");
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.Property(x => x.Name).HasMaxLength(VpsInstance.NameLength);
        builder.Property(x => x.ProviderType).HasConversion(x => x.Value, x => new ProviderType(x)).HasMaxLength(50);
        builder.Property(x => x.ProviderInstanceId).HasMaxLength(100);
        builder.Property(x => x.Mark).HasMaxLength(VpsInstance.MarkLength);
        builder.Property(x => x.Status).HasConversion<string>().HasMaxLength(20);
        builder.Property(x => x.Ipv4).HasMaxLength(45);
        builder.Property(x => x.Ipv6).HasMaxLength(45);
        builder.Property(x => x.PlanName).HasMaxLength(100);
        builder.Property(x => x.ProviderPlanId).HasMaxLength(100);
        builder.Property(x => x.Currency).HasMaxLength(3);
        builder.Property(x => x.RegionId).HasMaxLength(50);
        builder.Property(x => x.RegionName).HasMaxLength(100);
        builder.Property(x => x.Country).HasMaxLength(2);
        builder.Property(x => x.ImageId).HasMaxLength(100);
        builder.Property(x => x.ImageName).HasMaxLength(100);
        builder.HasIndex(x => new { x.OrganizationId, x.DeletedAt, x.Name });
        builder.HasIndex(x => new { x.AccountId, x.ProviderInstanceId }).IsUnique();
        builder.HasIndex(x => x.Mark).IsUnique();
        builder.HasIndex(x => x.ProviderType);
        builder.HasOne<Organization>().WithMany().HasForeignKey(x => x.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ProviderAccount>().WithMany().HasForeignKey(x => x.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<VpsPlan>().WithMany().HasForeignKey(x => x.PlanId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany<Operation>().WithOne().HasForeignKey(x => x.InstanceId).OnDelete(DeleteBehavior.Restrict);
    }
}
