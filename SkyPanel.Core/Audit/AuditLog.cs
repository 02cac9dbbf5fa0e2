using SkyPanel.Core.Access;
using SkyPanel.Core.Data;

namespace SkyPanel.Core.Audit;

/// <summary>Adds to the record of who did what. The entry is saved with the change that it tells of, or not at all.</summary>
public sealed class AuditLog(TimeProvider time)
{
    /// <summary>A person did it, within their own organisation.</summary>
    public void Record(SkyPanelDbContext db, Actor actor, string action, Guid subjectId, string detail = "") =>
        Record(db, actor, actor.OrganizationId, action, subjectId, detail);

    /// <summary>A person did it, to an organisation that need not be theirs, or to none.</summary>
    public void Record(SkyPanelDbContext db, Actor actor, Guid? organizationId, string action, Guid subjectId, string detail = "") =>
        db.Add(AuditEntry.Of(time.GetUtcNow(), actor.UserId, organizationId, action, subjectId, detail));

    /// <summary>The panel did it by itself.</summary>
    public void RecordBySystem(SkyPanelDbContext db, Guid? organizationId, string action, Guid subjectId, string detail = "") =>
        db.Add(AuditEntry.Of(time.GetUtcNow(), null, organizationId, action, subjectId, detail));
}
