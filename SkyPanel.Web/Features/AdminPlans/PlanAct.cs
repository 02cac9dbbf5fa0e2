namespace SkyPanel.Web.Features.AdminPlans;

/// <summary>What can be asked of a plan in the list.</summary>
public enum PlanAct
{
    Edit,
    Enable,
    Disable,
    Retire,
}
