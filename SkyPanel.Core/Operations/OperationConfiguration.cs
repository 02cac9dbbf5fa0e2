using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkyPanel.Core.Data.Identity;
using SkyPanel.Core.Organizations;
using SkyPanel.Core.ProviderAccounts;

namespace SkyPanel.Core.Operations;

internal sealed class OperationConfiguration : IEntityTypeConfiguration<Operation>
{
    public void Configure(EntityTypeBuilder<Operation> builder)
    {
        builder.ToTable("operations");
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.Property(x => x.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(x => x.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(x => x.ErrorCode).HasConversion<string>().HasMaxLength(40);
        builder.Property(x => x.ClaimedBy).HasMaxLength(100);
        builder.Property(x => x.ErrorText).HasMaxLength(Operation.TextLength);
        builder.Property(x => x.ErrorDetail).HasMaxLength(Operation.DetailLength);
        builder.Property(x => x.Attention).HasMaxLength(Operation.TextLength);
        builder.Property(x => x.Fence).IsConcurrencyToken();
        builder.Ignore(x => x.Mark);
        builder.Ignore(x => x.IsFinished);
        builder.HasIndex(x => x.ActiveInstanceId).IsUnique();
        builder.HasIndex(x => new { x.OrganizationId, x.RequestId }).IsUnique();
        builder.HasIndex(x => new { x.FinishedAt, x.DueAt });
        builder.HasIndex(x => new { x.InstanceId, x.RequestedAt });
        builder.HasOne<Organization>().WithMany().HasForeignKey(x => x.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ProviderAccount>().WithMany().HasForeignKey(x => x.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PanelUser>().WithMany().HasForeignKey(x => x.RequestedByUserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(x => x.Stages).WithOne().HasForeignKey(x => x.OperationId).OnDelete(DeleteBehavior.Restrict);
        builder.Navigation(x => x.Stages).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class OperationStageConfiguration : IEntityTypeConfiguration<OperationStage>
{
    public void Configure(EntityTypeBuilder<OperationStage> builder)
    {
        builder.ToTable("operation_stages");
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.Property(x => x.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(x => x.Text).HasMaxLength(Operation.TextLength);
        builder.Property(x => x.Detail).HasMaxLength(Operation.DetailLength);
        builder.Property(x => x.ProviderRequestId).HasMaxLength(OperationStage.RequestIdLength);
        builder.HasIndex(x => new { x.OperationId, x.At });
    }
}
