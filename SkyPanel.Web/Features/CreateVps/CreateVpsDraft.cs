using SkyPanel.Core.Catalog;
using SkyPanel.Core.Instances;
using SkyPanel.Core.Instances.Create;
using SkyPanel.Core.Plans.Offerings;
using SkyPanel.Core.Providers;

namespace SkyPanel.Web.Features.CreateVps;

/// <summary>What was chosen so far. A choice that no longer fits another one is dropped; everything else stays.</summary>
public sealed class CreateVpsDraft
{
    private readonly HashSet<Guid> _keyIds = [];

    public ProviderOffering? Provider { get; private set; }

    public PlanOffer? Plan { get; private set; }

    public ProviderRegion? Region { get; private set; }

    public ProviderImage? Image { get; private set; }

    /// <summary>Whether a generated password lets in, instead of keys.</summary>
    public bool UsesPassword { get; private set; }

    public IReadOnlyCollection<Guid> KeyIds => _keyIds;

    public string Name { get; set; } = "";

    /// <summary>Another provider has other plans, regions and images; the name and the keys are the person's own.</summary>
    public void Choose(ProviderOffering provider)
    {
        if (Provider?.Type != provider.Type)
        {
            (Plan, Region, Image) = (null, null, null);
        }

        Provider = provider;
    }

    public void Choose(PlanOffer plan)
    {
        Plan = plan;
        if (Region is not null && plan.UnavailableIn.ContainsKey(Region.Id))
        {
            Region = null;
        }

        DropImageThatDoesNotFit();
    }

    public void Choose(ProviderRegion region)
    {
        Region = region;
        DropImageThatDoesNotFit();
    }

    public void Choose(ProviderImage image) => Image = image;

    public void ChoosePassword() => UsesPassword = true;

    public void ChooseKeys() => UsesPassword = false;

    public void SetKey(Guid id, bool chosen)
    {
        _ = chosen ? _keyIds.Add(id) : _keyIds.Remove(id);
        UsesPassword = UsesPassword && !chosen;
    }

    /// <summary>Why the chosen plan cannot be had in a region; null when it can, or none is chosen.</summary>
    public string? WhyNotIn(ProviderRegion region) =>
        Plan?.UnavailableIn.GetValueOrDefault(region.Id) ?? (region.Available ? null : $"{region.City} takes no new machines at the moment.");

    /// <summary>Why an image cannot be used with plan and region; null when it can.</summary>
    public string? WhyNotFrom(ProviderImage image) => image switch
    {
        _ when Region is not null && !image.IsAvailableIn(Region.Id) => $"Not available in {Region.City}",
        _ when Plan is not null && image.MinDiskGib > Plan.DiskGib => $"Needs {image.MinDiskGib} GB of disk",
        _ => null,
    };

    /// <summary>Why a step is not finished, for the person who is on it; null when it is.</summary>
    public string? Fault(WizardStep step) => step switch
    {
        WizardStep.Provider when Provider is null => "Choose a provider.",
        WizardStep.Plan when Plan is null => "Choose a plan.",
        WizardStep.Plan when Region is null => "Choose a region.",
        WizardStep.Plan => WhyNotIn(Region),
        WizardStep.Image when Image is null => "Choose an image.",
        WizardStep.Image => WhyNotFrom(Image),
        WizardStep.Access when !UsesPassword && _keyIds.Count == 0 => "Choose a key, or a generated password.",
        WizardStep.Review => InstanceName.Fault(Name.Trim()),
        _ => null,
    };

    /// <summary>The first step that is not finished; null when all are.</summary>
    public WizardStep? Unfinished()
    {
        var open = WizardSteps.All.Where(x => Fault(x) is not null).ToList();
        return open.Count == 0 ? null : open[0];
    }

    /// <exception cref="InvalidOperationException">A step is unfinished.</exception>
    public CreateInstanceRequest ToRequest(Guid requestId) => Unfinished() is null
        ? new CreateInstanceRequest(requestId, Plan!.Id, Region!.Id, Image!.Id, Name.Trim(), UsesPassword ? [] : [.. _keyIds], new SeenPrice(Plan.Hourly, Plan.Monthly))
        : throw new InvalidOperationException("A step is unfinished.");

    private void DropImageThatDoesNotFit()
    {
        if (Image is not null && WhyNotFrom(Image) is not null)
        {
            Image = null;
        }
    }
}
