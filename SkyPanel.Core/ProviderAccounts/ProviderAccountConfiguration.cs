using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkyPanel.Core.Providers;

namespace SkyPanel.Core.ProviderAccounts;

internal sealed class ProviderAccountConfiguration : IEntityTypeConfiguration<ProviderAccount>
{
    internal const int TypeLength = 50;

    public void Configure(EntityTypeBuilder<ProviderAccount> builder)
    {
        builder.ToTable("service_providers");
        builder.Property(x => x.Name).HasMaxLength(ProviderAccount.NameLength);
        builder.Property(x => x.Type).HasConversion(x => x.Value, x => new ProviderType(x)).HasMaxLength(TypeLength);
        builder.Property(x => x.TokenCiphertext).HasMaxLength(ProviderAccount.CiphertextLength);
        builder.Property(x => x.LastCheckText).HasMaxLength(ProviderAccount.CheckTextLength);
        builder.Property(x => x.ProviderAccountName).HasMaxLength(ProviderAccount.ProviderAccountNameLength);
        builder.Property(x => x.SeededFor).HasMaxLength(TypeLength);
        builder.HasIndex(x => x.SeededFor).IsUnique();
        builder.HasIndex(x => new { x.Type, x.SortOrder });
    }
}
