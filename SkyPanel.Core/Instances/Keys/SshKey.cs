using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkyPanel.Core.Organizations;

namespace SkyPanel.Core.Instances.Keys;

/// <summary>A public key with which an organisation's people get into its machines.</summary>
public sealed class SshKey
{
    internal const int NameLength = 100;
    internal const int KeyLength = 4000;

    private SshKey()
    {
    }

    public Guid Id { get; private init; }

    public Guid OrganizationId { get; private init; }

    public string Name { get; private init; } = "";

    /// <summary>The OpenSSH line without its comment.</summary>
    public string PublicKey { get; private init; } = "";

    /// <summary>As OpenSSH prints it: <c>SHA256:…</c>.</summary>
    public string Fingerprint { get; private init; } = "";

    public DateTimeOffset CreatedAt { get; private init; }

    internal static SshKey Of(Guid organizationId, string name, PublicKeyLine line, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        OrganizationId = organizationId,
        Name = name,
        PublicKey = line.Text,
        Fingerprint = line.Fingerprint,
        CreatedAt = now,
    };
}

internal sealed class SshKeyConfiguration : IEntityTypeConfiguration<SshKey>
{
    public void Configure(EntityTypeBuilder<SshKey> builder)
    {
        builder.ToTable("ssh_keys");
        builder.Property(x => x.Name).HasMaxLength(SshKey.NameLength);
        builder.Property(x => x.PublicKey).HasMaxLength(SshKey.KeyLength);
        builder.Property(x => x.Fingerprint).HasMaxLength(60);
        builder.HasIndex(x => new { x.OrganizationId, x.Fingerprint }).IsUnique();
        builder.HasOne<Organization>().WithMany().HasForeignKey(x => x.OrganizationId).OnDelete(DeleteBehavior.Restrict);
    }
}
