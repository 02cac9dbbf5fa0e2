using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SkyPanel.Core.Operations.Secrets;

/// <summary>Something secret that an operation needs for a while, encrypted. Erased as soon as it is not needed, and after an hour at the latest.</summary>
public sealed class OperationSecret
{
    private OperationSecret()
    {
    }

    public Guid OperationId { get; private init; }

    public SecretField Field { get; private init; }

    public string Ciphertext { get; private init; } = "";

    public DateTimeOffset ExpiresAt { get; private init; }

    internal static OperationSecret Of(Guid operationId, SecretField field, string ciphertext, DateTimeOffset expiresAt) =>
        new() { OperationId = operationId, Field = field, Ciphertext = ciphertext, ExpiresAt = expiresAt };
}

/// <summary>What is kept. Stored by name: rename none.</summary>
public enum SecretField
{
    /// <summary>The root password to be sent with a create; goes when the provider has answered.</summary>
    RootPassword,

    /// <summary>The same, kept until the person who asked has seen it.</summary>
    RootPasswordToShow,
}

internal sealed class OperationSecretConfiguration : IEntityTypeConfiguration<OperationSecret>
{
    public void Configure(EntityTypeBuilder<OperationSecret> builder)
    {
        builder.ToTable("operation_secrets");
        builder.HasKey(x => new { x.OperationId, x.Field });
        builder.Property(x => x.Field).HasConversion<string>().HasMaxLength(40);
        builder.Property(x => x.Ciphertext).HasMaxLength(4000);
        builder.HasIndex(x => x.ExpiresAt);
        builder.HasOne<Operation>().WithMany().HasForeignKey(x => x.OperationId).OnDelete(DeleteBehavior.Restrict);
    }
}
