namespace SkyPanel.Core.Instances.Create;

/// <summary>One machine to create.</summary>
/// <param name="RequestId">Made when the wizard opens; sending the same one again is the same request.</param>
/// <param name="PlanId">Our plan.</param>
/// <param name="RegionId">The provider's region id.</param>
/// <param name="ImageId">The provider's image id.</param>
/// <param name="Name">See <see cref="InstanceName"/>.</param>
/// <param name="KeyIds">Keys to let in. When empty a root password is made, and shown once to whoever asked.</param>
public sealed record CreateInstanceRequest(
    Guid RequestId, Guid PlanId, string RegionId, string ImageId, string Name, IReadOnlyList<Guid> KeyIds);
