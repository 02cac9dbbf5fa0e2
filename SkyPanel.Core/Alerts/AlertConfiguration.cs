using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SkyPanel.Core.Alerts;

internal sealed class AlertConfiguration : IEntityTypeConfiguration<Alert>
{
    public void Configure(EntityTypeBuilder<Alert> builder)
    {
        builder.ToTable("alerts");
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.Property(x => x.Kind).HasConversion<string>().HasMaxLength(40);
        builder.Property(x => x.OpenKey).HasMaxLength(Alert.KeyLength);
        builder.Property(x => x.Text).HasMaxLength(Alert.TextLength);
        builder.HasIndex(x => x.OpenKey).IsUnique();
        builder.HasIndex(x => new { x.MailedAt, x.ResolvedAt });
    }
}
