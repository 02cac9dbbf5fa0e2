namespace SkyPanel.Core.Access;

/// <summary>What a person is to an organisation. Stored by name: rename none.</summary>
public enum OrganizationRole
{
    Viewer,
    Owner,
}
