using SkyPanel.Core.Organizations;
using SkyPanel.Web.Components.Shared;

namespace SkyPanel.Web.Features.AdminOrganizations;

/// <summary>How organisations stand in the list, and how their state reads.</summary>
public static class OrganizationOrder
{
    /// <summary>Those awaiting approval first, the one that waits longest at the top; the others as they came.</summary>
    public static IReadOnlyList<OrganizationRow> WaitingFirst(IReadOnlyList<OrganizationRow> rows) =>
    [
        .. rows.Where(IsWaiting).OrderBy(x => x.CreatedAt),
        .. rows.Where(x => !IsWaiting(x)),
    ];

    public static string Word(this OrganizationState state) => state switch
    {
        OrganizationState.AwaitingApproval => "Awaiting approval",
        OrganizationState.Suspended => "Suspended",
        _ => "Active",
    };

    public static StatusTone Tone(this OrganizationState state) => state switch
    {
        OrganizationState.AwaitingApproval => StatusTone.Warning,
        OrganizationState.Suspended => StatusTone.Danger,
        _ => StatusTone.Success,
    };

    private static bool IsWaiting(OrganizationRow row) => row.State is OrganizationState.AwaitingApproval;
}
