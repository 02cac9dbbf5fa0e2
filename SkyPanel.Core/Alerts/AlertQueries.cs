using Microsoft.EntityFrameworkCore;
using SkyPanel.Core.Access;
using SkyPanel.Core.Data;
using SkyPanel.Core.Data.Identity;

namespace SkyPanel.Core.Alerts;

internal static class AlertQueries
{
    /// <summary>The open alert of a kind about a subject: one or none.</summary>
    public static IQueryable<Alert> Open(SkyPanelDbContext db, AlertKind kind, Guid subjectId)
    {
        var key = Alert.KeyOf(kind, subjectId);
        return db.Set<Alert>().Where(x => x.OpenKey == key);
    }

    /// <summary>All that are open, newest first.</summary>
    public static IQueryable<AlertRow> Rows(SkyPanelDbContext db) =>
        db.Set<Alert>().AsNoTracking()
            .Where(x => x.OpenKey != null)
            .OrderByDescending(x => x.LastRaisedAt)
            .Select(x => new AlertRow(x.Id, x.Kind, x.SubjectId, x.Text, x.RaisedAt, x.LastRaisedAt, x.Times));

    /// <summary>Those that nobody has been written to about.</summary>
    public static IQueryable<Alert> Unmailed(SkyPanelDbContext db) =>
        db.Set<Alert>().Where(x => x.MailedAt == null && x.OpenKey != null).OrderBy(x => x.RaisedAt);

    /// <summary>The addresses of those who run the house.</summary>
    public static IQueryable<string> AdminAddresses(SkyPanelDbContext db) =>
        db.Users.Where(x => x.StaffRole == StaffRole.Admin && x.DisabledAt == null && x.EmailConfirmed && x.Email != null).Select(x => x.Email!);
}

/// <summary>An open alert as admins see it.</summary>
public sealed record AlertRow(
    Guid Id, AlertKind Kind, Guid SubjectId, string Text, DateTimeOffset RaisedAt, DateTimeOffset LastRaisedAt, int Times);
