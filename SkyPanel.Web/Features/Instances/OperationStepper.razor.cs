using MudBlazor;

namespace SkyPanel.Web.Features.Instances;

/// <summary>An operation's stages in a row.</summary>
public sealed partial class OperationStepper
{
    private static string Class(OperationStep step) => step.Progress switch
    {
        StepProgress.Done => "done",
        StepProgress.Current => "current",
        StepProgress.Failed => "failed",
        _ => "ahead",
    };

    private static string Word(OperationStep step) => step.Progress switch
    {
        StepProgress.Done => "done",
        StepProgress.Current => "under way",
        StepProgress.Failed => "failed",
        _ => "to come",
    };

    private static string? Mark(OperationStep step) => step.Progress switch
    {
        StepProgress.Done => Icons.Material.Outlined.Check,
        StepProgress.Failed => Icons.Material.Outlined.Close,
        _ => null,
    };
}
