using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SkyPanel.Core.Audit;

/// <summary>One thing that somebody did. Written in the transaction of the change itself and never altered.</summary>
public sealed class AuditEntry
{
    internal const int DetailLength = 1000;

    private AuditEntry()
    {
    }

    public Guid Id { get; private init; }

    public DateTimeOffset At { get; private init; }

    /// <summary>The person, or null when the panel acted by itself.</summary>
    public Guid? ActorUserId { get; private init; }

    /// <summary>The organisation that the change concerns, if one.</summary>
    public Guid? OrganizationId { get; private init; }

    /// <summary>What was done, as <c>subject.verb</c>.</summary>
    public string Action { get; private init; } = "";

    public Guid SubjectId { get; private init; }

    /// <summary>What a reader needs beyond that, in plain words; never a secret.</summary>
    public string Detail { get; private init; } = "";

    internal static AuditEntry Of(DateTimeOffset at, Guid? actorUserId, Guid? organizationId, string action, Guid subjectId, string detail) => new()
    {
        Id = Guid.CreateVersion7(at),
        At = at,
        ActorUserId = actorUserId,
        OrganizationId = organizationId,
        Action = action,
        SubjectId = subjectId,
        Detail = detail.Length <= DetailLength ? detail : detail[..DetailLength],
    };
}

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("audit_entries");
        builder.Property(x => x.Action).HasMaxLength(60);
        builder.Property(x => x.Detail).HasMaxLength(AuditEntry.DetailLength);
        builder.HasIndex(x => new { x.OrganizationId, x.At });
        builder.HasIndex(x => x.SubjectId);
    }
}
