using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkyPanel.Core.Data.Identity;

namespace SkyPanel.Core.Access;

/// <summary>A person's place in an organisation.</summary>
public sealed class OrganizationMember
{
    private OrganizationMember()
    {
    }

    public Guid OrganizationId { get; private init; }

    public Guid UserId { get; private init; }

    public OrganizationRole Role { get; private set; }

    public DateTimeOffset JoinedAt { get; private init; }

    public static OrganizationMember Join(Guid organizationId, Guid userId, OrganizationRole role, DateTimeOffset now) =>
        new() { OrganizationId = organizationId, UserId = userId, Role = role, JoinedAt = now };
}

internal sealed class OrganizationMemberConfiguration : IEntityTypeConfiguration<OrganizationMember>
{
    public void Configure(EntityTypeBuilder<OrganizationMember> builder)
    {
        builder.ToTable("organization_members");
        builder.HasKey(x => new { x.OrganizationId, x.UserId });
        builder.Property(x => x.Role).HasConversion<string>().HasMaxLength(20);
        builder.HasOne<PanelUser>().WithMany().HasForeignKey(x => x.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(x => x.UserId);
    }
}
