namespace SkyPanel.Web.Features.CreateVps;

/// <summary>What is chosen one after the other; any of them may be gone back to.</summary>
public enum WizardStep
{
    Provider,
    Plan,
    Image,
    Access,
    Review,
}

/// <summary>How the steps are called, and where a refusal leads.</summary>
public static class WizardSteps
{
    public static IReadOnlyList<WizardStep> All { get; } = Enum.GetValues<WizardStep>();

    public static string Title(this WizardStep step) => step switch
    {
        WizardStep.Plan => "Plan and region",
        WizardStep.Review => "Name and review",
        _ => step.ToString(),
    };

    /// <summary>The step on which a field of a refused request is chosen.</summary>
    public static WizardStep Of(string field) => field switch
    {
        "plan" or "region" => WizardStep.Plan,
        "image" => WizardStep.Image,
        "keys" => WizardStep.Access,
        _ => WizardStep.Review,
    };
}
