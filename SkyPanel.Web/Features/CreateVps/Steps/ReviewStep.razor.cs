using Microsoft.AspNetCore.Components;
using SkyPanel.Core.Instances.Keys;
using SkyPanel.Web.Components.Shared;

namespace SkyPanel.Web.Features.CreateVps.Steps;

/// <summary>The name, and once more everything that was chosen.</summary>
public sealed partial class ReviewStep
{
    private bool _left;

    [Parameter, EditorRequired]
    public CreateVpsDraft Draft { get; set; } = default!;

    [Parameter]
    public IReadOnlyList<SshKeyRow> Keys { get; set; } = [];

    [Parameter]
    public EventCallback Changed { get; set; }

    /// <summary>With every letter, for what shows at once whether the name will do.</summary>
    [Parameter]
    public EventCallback Typed { get; set; }

    [Parameter]
    public EventCallback<WizardStep> Edit { get; set; }

    /// <summary>Only once the field was left: nobody is wrong while still typing.</summary>
    private string? Fault => _left ? Draft.Fault(WizardStep.Review) : null;

    private IEnumerable<(WizardStep Step, string Name, string Value)> Lines =>
    [
        (WizardStep.Provider, "Provider", Draft.Provider?.DisplayName ?? "—"),
        (WizardStep.Plan, "Plan", Draft.Plan is { } plan ? $"{plan.Name}: {SizeWords.Machine(plan.Vcpus, plan.MemoryMib, plan.DiskGib)}" : "—"),
        (WizardStep.Plan, "Region", Draft.Region?.City ?? "—"),
        (WizardStep.Image, "Image", Draft.Image?.Name ?? "—"),
        (WizardStep.Access, "Access", Draft.UsesPassword ? "Generated root password, shown once" : string.Join(", ", Keys.Where(x => Draft.KeyIds.Contains(x.Id)).Select(x => x.Name))),
    ];

    private Task LeaveAsync()
    {
        _left = true;
        return Changed.InvokeAsync();
    }
}
