using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkyPanel.Core.Access;

namespace SkyPanel.Core.Organizations;

internal sealed class OrganizationConfiguration : IEntityTypeConfiguration<Organization>
{
    public void Configure(EntityTypeBuilder<Organization> builder)
    {
        builder.ToTable("organizations");
        builder.Property(x => x.Name).HasMaxLength(Organization.NameLength);
        builder.Property(x => x.SuspensionReason).HasMaxLength(500);
        builder.Ignore(x => x.State);
        builder.ComplexProperty(x => x.Limits, limits =>
        {
            limits.Property(x => x.Instances).HasColumnName("max_instances");
            limits.Property(x => x.Vcpus).HasColumnName("max_vcpus");
            limits.Property(x => x.Monthly).HasColumnName("max_monthly_micros").HasConversion(x => x.Micros, x => new Data.Money(x));
        });
        builder.HasMany<OrganizationMember>().WithOne().HasForeignKey(x => x.OrganizationId).OnDelete(DeleteBehavior.Restrict);
    }
}
