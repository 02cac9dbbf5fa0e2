using SkyPanel.Core.Data;
using SkyPanel.Core.Plans;

namespace SkyPanel.Core.Instances.Create;

/// <summary>One machine to create.</summary>
/// <param name="RequestId">Made when the wizard opens; sending the same one again is the same request.</param>
/// <param name="PlanId">Our plan.</param>
/// <param name="RegionId">The provider's region id.</param>
/// <param name="ImageId">The provider's image id.</param>
/// <param name="Name">See <see cref="InstanceName"/>.</param>
/// <param name="KeyIds">Keys to let in. When empty a root password is made, and shown once to whoever asked.</param>
/// <param name="Seen">The price that whoever asks agreed to; nothing dearer is sold. Null where nobody was shown one.</param>
public sealed record CreateInstanceRequest(
    Guid RequestId, Guid PlanId, string RegionId, string ImageId, string Name, IReadOnlyList<Guid> KeyIds, SeenPrice? Seen = null);

/// <summary>A price as it was shown.</summary>
public sealed record SeenPrice(Money Hourly, Money Monthly)
{
    /// <summary>Whether the plan costs more by now, by either price.</summary>
    internal bool IsExceededBy(SoldPlan plan) => plan.Hourly > Hourly || plan.Monthly > Monthly;
}
