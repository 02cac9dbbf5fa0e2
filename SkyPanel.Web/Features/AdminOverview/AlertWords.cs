using SkyPanel.Core.Alerts;

namespace SkyPanel.Web.Features.AdminOverview;

/// <summary>Alerts as admins read them, and where they are mended.</summary>
public static class AlertWords
{
    public static string Word(this AlertKind kind) => kind switch
    {
        AlertKind.CredentialUnreadable => "Credential unreadable",
        AlertKind.AccountRefused => "Account refused",
        AlertKind.OperationNeedsPeople => "Decision needed",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    };

    public static string Path(AlertKind kind, Guid subjectId) =>
        kind == AlertKind.OperationNeedsPeople ? $"/admin/operations/{subjectId}" : "/admin/providers";
}
