namespace SkyPanel.Web.Features.AdminProviders;

/// <summary>What can be asked of an account in the list.</summary>
public enum AccountAct
{
    Test,
    Edit,
    Enable,
    Disable,
    MoveUp,
    MoveDown,
    Remove,
}
