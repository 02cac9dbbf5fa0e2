using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SkyPanel.Core.Data.Identity;

internal sealed class PanelUserConfiguration : IEntityTypeConfiguration<PanelUser>
{
    public void Configure(EntityTypeBuilder<PanelUser> builder)
    {
        builder.Property(x => x.DisplayName).HasMaxLength(256);
        builder.Property(x => x.StaffRole).HasConversion<string>().HasMaxLength(20);
    }
}
