namespace SkyPanel.Web.Features.AdminOrganizations;

/// <summary>What can be asked of an organisation in the list.</summary>
public enum OrganizationAct
{
    Approve,
    Suspend,
    Resume,
    Limit,
}
