namespace SkyPanel.Core.Access;

/// <summary>
/// Who asks, and for which organisation. Holds ids only: what they may do is looked up at each call, so a right that was taken away is gone
/// from open pages with the next click.
/// </summary>
/// <param name="UserId">The person.</param>
/// <param name="OrganizationId">The organisation they act in.</param>
public sealed record Actor(Guid UserId, Guid OrganizationId);
